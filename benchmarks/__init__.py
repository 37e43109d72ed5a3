"""Speed, shown as ratios to a floor or a peer: contenders take turns, a fresh process each."""
