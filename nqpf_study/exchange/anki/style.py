"""How the cards look in Anki: on desktop, phone and tablet, by day and by night."""

from __future__ import annotations

CSS = """\
.card {
  --text: #1f2328;
  --quiet: #5b636d;
  --page: #fbfaf8;
  --block: #f1eee9;
  --line: #ddd8d0;
  --accent: #9a3b26;
  margin: 0;
  padding: 0;
  background: var(--page);
  color: var(--text);
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC",
    "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif;
  font-size: 20px;
  line-height: 1.5;
  text-align: left;
  overflow-wrap: break-word;
}
.card.nightMode, .card.night_mode, .nightMode .card, .night_mode .card {
  --text: #e6e3de;
  --quiet: #a8a39b;
  --page: #1d1e20;
  --block: #292a2d;
  --line: #3b3c40;
  --accent: #f0977f;
}
[lang="zh-Hans"] {
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC",
    "Source Han Sans SC", "Droid Sans Fallback", sans-serif;
}
.nqpf {
  box-sizing: border-box;
  max-width: 720px;
  margin: 0 auto;
  padding: 24px 20px 8px;
}
.question { font-size: 1.2em; line-height: 1.4; }
.behind { padding-top: 8px; padding-bottom: 40px; }
#answer {
  width: calc(100% - 40px);
  max-width: 680px;
  height: 0;
  margin: 8px auto 0;
  border: 0;
  border-top: 1px solid var(--line);
}
.answer { margin: 12px 0 20px; font-size: 1.1em; }
.answer ul, .answer ol { margin: 0; padding-left: 1.4em; }
.answer li { margin: 4px 0; }
.pinyin { color: var(--quiet); font-size: 0.85em; }
.cloze { color: var(--accent); font-weight: 600; }
.aside { margin: 8px 0; color: var(--quiet); font-size: 0.8em; }
.aside b { font-weight: 600; }
.passage {
  margin: 16px 0 0;
  padding: 12px 16px;
  background: var(--block);
  border-radius: 8px;
  font-size: 0.85em;
}
.passage blockquote { margin: 0; }
.passage figcaption { margin-top: 8px; color: var(--quiet); font-size: 0.85em; }
@media (max-width: 480px) {
  .card { font-size: 18px; }
  .nqpf { padding-left: 16px; padding-right: 16px; }
}
"""
