<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Data folder: {path}</source>
        <translation>数据文件夹：{path}</translation>
    </message>
    <message>
        <source>Learn a subject from its sources: every card shows the passage it rests on.</source>
        <translation>从原文学起：每张卡片都能看到它的出处。</translation>
    </message>
    <message>
        <source>Licence: MIT. Icons by Lucide (ISC).</source>
        <translation>许可证：MIT。图标来自 Lucide（ISC）。</translation>
    </message>
    <message>
        <source>Log file: {path}</source>
        <translation>日志文件：{path}</translation>
    </message>
    <message>
        <source>Version {version}, with Qt {qt}</source>
        <translation>版本 {version}，基于 Qt {qt}</translation>
    </message>
</context>
<context>
    <name>ActsBar</name>
    <message>
        <source>1 chosen</source>
        <translation>已选 1 张</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>未选卡片</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>已选 {n} 张</translation>
    </message>
</context>
<context>
    <name>AheadMenu</name>
    <message>
        <source>The cards of the next {n} days</source>
        <translation>未来 {n} 天的卡片</translation>
    </message>
    <message>
        <source>Tomorrow&apos;s cards</source>
        <translation>明天的卡片</translation>
    </message>
</context>
<context>
    <name>AnkiExport</name>
    <message>
        <source>1 note</source>
        <translation>1 条笔记</translation>
    </message>
    <message>
        <source>Anki packages (*.apkg)</source>
        <translation>Anki 卡包 (*.apkg)</translation>
    </message>
    <message>
        <source>Export to Anki</source>
        <translation>导出到 Anki</translation>
    </message>
    <message>
        <source>Exporting to {file}</source>
        <translation>正在导出到 {file}</translation>
    </message>
    <message>
        <source>Open it in Anki</source>
        <translation>用 Anki 打开</translation>
    </message>
    <message>
        <source>Open the file in Anki to import it.</source>
        <translation>在 Anki 中打开此文件即可导入。</translation>
    </message>
    <message>
        <source>The export was stopped. Nothing was written.</source>
        <translation>导出已停止，没有写入任何内容。</translation>
    </message>
    <message>
        <source>{notes} exported</source>
        <translation>已导出 {notes}</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 条笔记</translation>
    </message>
</context>
<context>
    <name>BacklogPanel</name>
    <message>
        <source>Due dates stay as they were. These cards come on top of what is due anyway.</source>
        <translation>到期日没有改变。这些卡片在本来到期的卡片之外另计。</translation>
    </message>
    <message>
        <source>Those most at risk come first. Nothing is rescheduled, and you can undo the choice.</source>
        <translation>最容易忘的排在前面。不会重新安排日期，您可以随时撤销。</translation>
    </message>
    <message>
        <source>Undo this choice</source>
        <translation>撤销这一选择</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Another file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <source>Collections (*.db)</source>
        <translation>学习库 (*.db)</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>There is no backup in the data folder yet.</source>
        <translation>数据文件夹里还没有备份。</translation>
    </message>
    <message>
        <source>Which backup is to take the collection&apos;s place?</source>
        <translation>用哪个备份替换当前学习库？</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>before a backup was restored</source>
        <translation>恢复备份之前</translation>
    </message>
    <message>
        <source>before a deck was removed</source>
        <translation>移除牌组之前</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入之前</translation>
    </message>
    <message>
        <source>before an update of the program</source>
        <translation>程序更新之前</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Provinces</source>
        <translation>各省</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Bottom</name>
    <message>
        <source>1–4 choose · Space shows the answer · S source · ? all keys</source>
        <translation>1–4 选择 · 空格 显示答案 · S 原文 · ? 全部按键</translation>
    </message>
    <message>
        <source>Enter checks · Ctrl+D don&apos;t know · Ctrl+S source · F1 all keys</source>
        <translation>Enter 检查 · Ctrl+D 不知道 · Ctrl+S 原文 · F1 全部按键</translation>
    </message>
    <message>
        <source>Enter checks · Ctrl+D don&apos;t know · S source, as a hint · ? all keys</source>
        <translation>Enter 检查 · Ctrl+D 不知道 · S 看原文（算作提示） · ? 全部按键</translation>
    </message>
    <message>
        <source>Space shows the answer · S source, as a hint · ? all keys</source>
        <translation>空格 显示答案 · S 看原文（算作提示） · ? 全部按键</translation>
    </message>
    <message>
        <source>Space takes the marked rating · S source · Z undo · ? all keys</source>
        <translation>空格 采用标出的评分 · S 原文 · Z 撤销 · ? 全部按键</translation>
    </message>
    <message>
        <source>The card stays on the screen: press the key again once this is mended.</source>
        <translation>卡片会留在屏幕上：问题解决后请再按一次。</translation>
    </message>
    <message>
        <source>You looked it up before the answer: Hard is the best rating for this card.</source>
        <translation>您在看答案之前查看过它：这张卡片最高只能评为“困难”。</translation>
    </message>
</context>
<context>
    <name>Browse</name>
    <message>
        <source>After {name} comes &lt;, &lt;=, =, &gt;= or &gt; and a number: {name}&gt;3.</source>
        <translation>{name} 后面接 &lt;、&lt;=、=、&gt;= 或 &gt; 和一个数字：{name}&gt;3。</translation>
    </message>
    <message>
        <source>After “{word}” comes a name, without a space between.</source>
        <translation>“{word}”后面直接写名称，中间不留空格。</translation>
    </message>
    <message>
        <source>All parts must fit, of those with “or” between them one, and nothing behind “-” may: try fewer parts, or shorter words.</source>
        <translation>各部分都要符合，用“or”隔开的符合其一即可，“-”后面的不能符合：请减少条件，或用更短的词。</translation>
    </message>
    <message>
        <source>Buried</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Every word and every filter must fit: try fewer of them, or shorter words.</source>
        <translation>每个词和每个筛选条件都必须符合：请减少条件，或用更短的词。</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>No card has the tag “{name}”.</source>
        <translation>没有卡片带有标签“{name}”。</translation>
    </message>
    <message>
        <source>No deck is called “{name}”.</source>
        <translation>没有名为“{name}”的牌组。</translation>
    </message>
    <message>
        <source>No text is called “{name}”.</source>
        <translation>没有名为“{name}”的原文。</translation>
    </message>
    <message>
        <source>Parts side by side must all fit: “{word}” between them is searched for, too.</source>
        <translation>并列的各部分本来就都要符合，中间的“{word}”会被当作要查找的词。</translation>
    </message>
    <message>
        <source>Relearning</source>
        <translation>重新学习</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复习</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>The parenthesis behind “{word}” closes nothing: no “(” stands before it.</source>
        <translation>“{word}”后面的括号没有对应的“(”。</translation>
    </message>
    <message>
        <source>There is none at the moment.</source>
        <translation>目前一张也没有。</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自{day}起</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>“is:{name}” is not known. After is: comes one of {names}.</source>
        <translation>无法识别“is:{name}”。is: 之后应为以下之一：{names}。</translation>
    </message>
    <message>
        <source>“kind:{name}” is not known. After kind: comes one of {names}.</source>
        <translation>无法识别“kind:{name}”。kind: 之后应为以下之一：{names}。</translation>
    </message>
    <message>
        <source>“{word}:” is no filter. There are {filters}.</source>
        <translation>没有“{word}:”这个筛选条件。可以用的有：{filters}。</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡片</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条笔记</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>{cards} back in use.</source>
        <translation>已恢复 {cards}。</translation>
    </message>
    <message>
        <source>{cards} buried until tomorrow.</source>
        <translation>已将 {cards}搁置到明天。</translation>
    </message>
    <message>
        <source>{cards} flagged.</source>
        <translation>已标记{cards}。</translation>
    </message>
    <message>
        <source>{cards} suspended, until you resume them.</source>
        <translation>已暂停 {cards}，直到您恢复。</translation>
    </message>
    <message>
        <source>{cards} without a flag now.</source>
        <translation>已取消{cards}的标记。</translation>
    </message>
    <message>
        <source>{notes} tagged anew.</source>
        <translation>已更改{notes}的标签。</translation>
    </message>
    <message>
        <source>{n} cards</source>
        <translation>{n} 张卡片</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 条笔记</translation>
    </message>
</context>
<context>
    <name>CardInfo</name>
    <message>
        <source>About this card</source>
        <translation>关于这张卡片</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>作答次数</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>遗忘次数</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>复习中</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次学习</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Learning again</source>
        <translation>重新学习</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>您的标签</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1 次</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} 次</translation>
    </message>
</context>
<context>
    <name>CardTable</name>
    <message>
        <source>Bury</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Bury until tomorrow</source>
        <translation>搁置到明天</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Edit the note…</source>
        <translation>编辑笔记…</translation>
    </message>
    <message>
        <source>Export to Anki…</source>
        <translation>导出到 Anki…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Flag, or take the flag off</source>
        <translation>标记，或取消标记</translation>
    </message>
    <message>
        <source>Order of the deck</source>
        <translation>牌组中的顺序</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Study this deck</source>
        <translation>学习此牌组</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>标签…</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>As of {date}</source>
        <translation>截至 {date}</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Choose a card to see it here.</source>
        <translation>选择一张卡片，在此查看。</translation>
    </message>
    <message>
        <source>Edit the note, of a deck of your own (E)</source>
        <translation>编辑笔记，限自己的牌组 (E)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Your tags: {tags}</source>
        <translation>您的标签：{tags}</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>{when}到期</translation>
    </message>
</context>
<context>
    <name>CardsPanel</name>
    <message>
        <source>1 card on this passage</source>
        <translation>此出处有 1 张卡片</translation>
    </message>
    <message>
        <source>As of {date}</source>
        <translation>截至 {date}</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Card {n} of {all}</source>
        <translation>第 {n} 张卡片，共 {all} 张</translation>
    </message>
    <message>
        <source>Cards of the note</source>
        <translation>这条笔记的卡片</translation>
    </message>
    <message>
        <source>Cards on the passage</source>
        <translation>此出处的卡片</translation>
    </message>
    <message>
        <source>Close the list of cards (Esc)</source>
        <translation>关闭卡片列表 (Esc)</translation>
    </message>
    <message>
        <source>How it follows: {derived}</source>
        <translation>如何得出：{derived}</translation>
    </message>
    <message>
        <source>Next note (Alt+Right)</source>
        <translation>下一条笔记 (Alt+右)</translation>
    </message>
    <message>
        <source>No longer in the source:</source>
        <translation>原文中已不存在：</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>没有笔记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Previous note (Alt+Left)</source>
        <translation>上一条笔记 (Alt+左)</translation>
    </message>
    <message>
        <source>Quotations that are not found here</source>
        <translation>在此找不到的引文</translation>
    </message>
    <message>
        <source>Show these cards in the browser</source>
        <translation>在浏览页显示这些卡片</translation>
    </message>
    <message>
        <source>Stands in the source {times} times:</source>
        <translation>在原文中出现 {times} 次：</translation>
    </message>
    <message>
        <source>Study the deck</source>
        <translation>学习牌组</translation>
    </message>
    <message>
        <source>Study the deck {deck}</source>
        <translation>学习牌组“{deck}”</translation>
    </message>
    <message>
        <source>Wrong answers: {answers}</source>
        <translation>错误答案：{answers}</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>{at} of {all}</source>
        <translation>第 {at} 条，共 {all} 条</translation>
    </message>
    <message>
        <source>{n} cards on this passage</source>
        <translation>此出处有 {n} 张卡片</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>Import now</source>
        <translation>立即导入</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Copy or save {title}</source>
        <translation>复制或保存“{title}”</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>{title} as a table</source>
        <translation>{title}（表格）</translation>
    </message>
</context>
<context>
    <name>ChoicePart</name>
    <message>
        <source>Answers to choose from</source>
        <translation>备选答案</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>您的选择</translation>
    </message>
    <message>
        <source>Your choice, right</source>
        <translation>您的选择，正确</translation>
    </message>
</context>
<context>
    <name>ClozePart</name>
    <message>
        <source>Gap {n}</source>
        <translation>空 {n}</translation>
    </message>
    <message>
        <source>The missing words</source>
        <translation>缺少的词</translation>
    </message>
</context>
<context>
    <name>ColumnDialog</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>From left to right. Question and answer share the room that is left.</source>
        <translation>从左到右排列。问题和答案分享剩下的宽度。</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>变窄</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>变宽</translation>
    </message>
    <message>
        <source>{column}: place {n} of {count}</source>
        <translation>{column}：第 {n} 列，共 {count} 列</translation>
    </message>
    <message>
        <source>{column}: {n} pixels wide</source>
        <translation>{column}：宽 {n} 像素</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Order and widths…</source>
        <translation>顺序和宽度…</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>From the last review to the next</source>
        <translation>上次复习到下次复习的间隔</translation>
    </message>
    <message>
        <source>How hard the card is to keep, from 1 to 10</source>
        <translation>卡片有多难记住，从 1 到 10</translation>
    </message>
    <message>
        <source>How long until the chance to remember falls to 90%</source>
        <translation>多久以后记得的概率降到 90%</translation>
    </message>
    <message>
        <source>How often the card was forgotten after it had been learned</source>
        <translation>学会以后又忘记的次数</translation>
    </message>
    <message>
        <source>How often the card was graded</source>
        <translation>卡片评过几次分</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遗忘次数</translation>
    </message>
    <message>
        <source>Last studied</source>
        <translation>上次学习</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复习次数</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The note&apos;s id in its deck file</source>
        <translation>笔记在牌组文件中的 id</translation>
    </message>
    <message>
        <source>The texts that the card rests on</source>
        <translation>卡片所依据的原文</translation>
    </message>
    <message>
        <source>When the note came in, or its text last changed</source>
        <translation>笔记加入的时间，或内容最近一次修改的时间</translation>
    </message>
</context>
<context>
    <name>CoverageBar</name>
    <message>
        <source>1 sentence</source>
        <translation>1 个句子</translation>
    </message>
    <message>
        <source>Cards rest on every sentence</source>
        <translation>所有句子都有卡片</translation>
    </message>
    <message>
        <source>Cards rest on {covered} of {n} sentences</source>
        <translation>{n} 个句子中有 {covered} 个有卡片</translation>
    </message>
    <message>
        <source>Mark the sentences that no card rests on (U)</source>
        <translation>标出没有卡片的句子 (U)</translation>
    </message>
    <message>
        <source>Next sentence without a card (Shift+N)</source>
        <translation>下一个没有卡片的句子 (Shift+N)</translation>
    </message>
    <message>
        <source>No card rests on the only sentence</source>
        <translation>唯一的句子没有卡片</translation>
    </message>
    <message>
        <source>Previous sentence without a card (Shift+P)</source>
        <translation>上一个没有卡片的句子 (Shift+P)</translation>
    </message>
    <message>
        <source>Show what no card rests on</source>
        <translation>显示没有卡片的句子</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number}/{total}</translation>
    </message>
    <message>
        <source>{n} sentences</source>
        <translation>{n} 个句子</translation>
    </message>
</context>
<context>
    <name>CramView</name>
    <message>
        <source>1 not yet · 2 knew it · Space takes the marked one · S source · Esc ends</source>
        <translation>1 还没记住 · 2 记住了 · 空格 采用标出的 · S 原文 · Esc 结束</translation>
    </message>
    <message>
        <source>Enter checks · Ctrl+D don&apos;t know · Ctrl+S source · Esc ends</source>
        <translation>Enter 检查 · Ctrl+D 不知道 · Ctrl+S 原文 · Esc 结束</translation>
    </message>
    <message>
        <source>Practising</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Practising without grading: nothing counts, your schedule stays as it is.</source>
        <translation>练习，不评分：不计入进度，复习安排不变。</translation>
    </message>
    <message>
        <source>Space shows the answer · S source · Esc ends</source>
        <translation>空格 显示答案 · S 原文 · Esc 结束</translation>
    </message>
    <message>
        <source>This card names no passage of a source.</source>
        <translation>这张卡片没有注明原文出处。</translation>
    </message>
    <message>
        <source>{n} to go</source>
        <translation>还剩 {n} 张</translation>
    </message>
</context>
<context>
    <name>Cramming</name>
    <message>
        <source>There are no cards to practise.</source>
        <translation>没有可练习的卡片。</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Something went wrong in the program. This is our mistake, not yours.</source>
        <translation>程序出错了。这是我们的问题，不是您的问题。</translation>
    </message>
    <message>
        <source>Your data is safe: each grade was saved when you gave it. You can go on; if the window behaves oddly, close it and start again.

What happened is in the log file, without the text of your cards:
{path}</source>
        <translation>您的数据是安全的：每次评分都已当场保存。您可以继续；如果窗口表现异常，请关闭后重新打开。

经过已写入日志文件，其中不含卡片内容：
{path}</translation>
    </message>
</context>
<context>
    <name>DeckActs</name>
    <message>
        <source>“{deck}” is prepared for its exam from the next session on.</source>
        <translation>“{deck}”从下一次学习起开始备考。</translation>
    </message>
    <message>
        <source>“{deck}” prepares for no exam any more.</source>
        <translation>“{deck}”不再备考。</translation>
    </message>
</context>
<context>
    <name>DeckChanges</name>
    <message>
        <source>{field}: {before} → {now}</source>
        <translation>{field}：{before} → {now}</translation>
    </message>
</context>
<context>
    <name>DeckCheck</name>
    <message>
        <source>1 change</source>
        <translation>1 处更改</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条笔记</translation>
    </message>
    <message>
        <source>A double click or Enter shows the note&apos;s cards</source>
        <translation>双击或按 Enter 显示这条笔记的卡片</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check of {file}</source>
        <translation>检查 {file}</translation>
    </message>
    <message>
        <source>Checking {file}</source>
        <translation>正在检查 {file}</translation>
    </message>
    <message>
        <source>Checks the file even if it was not saved (F5)</source>
        <translation>即使没有保存也检查文件 (F5)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Edit the file</source>
        <translation>编辑文件</translation>
    </message>
    <message>
        <source>Enter shows the note&apos;s cards</source>
        <translation>按 Enter 显示这条笔记的卡片</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>No import</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Notes with an error are left out here.</source>
        <translation>有错误的笔记没有列在这里。</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>显示文件所在位置</translation>
    </message>
    <message>
        <source>The file can&apos;t be read as it is now.</source>
        <translation>现在无法读取此文件。</translation>
    </message>
    <message>
        <source>The file can&apos;t be read as it is now: these are its cards of before.</source>
        <translation>文件现在的内容无法读取：这里是它之前的卡片。</translation>
    </message>
    <message>
        <source>The system can&apos;t open it. It is here: {path}</source>
        <translation>系统无法打开。它在这里：{path}</translation>
    </message>
    <message>
        <source>There are no cards to show for this problem.</source>
        <translation>这个问题没有可以显示的卡片。</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} 处更改</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 条笔记</translation>
    </message>
    <message>
        <source>{path} · checked at {time}, and again whenever it is saved</source>
        <translation>{path} · {time} 检查过，每次保存后都会重新检查</translation>
    </message>
</context>
<context>
    <name>DeckChecking</name>
    <message>
        <source>Check a deck file</source>
        <translation>检查牌组文件</translation>
    </message>
    <message>
        <source>Checking {file}</source>
        <translation>正在检查 {file}</translation>
    </message>
    <message>
        <source>Decks and packages (*.yaml *.yml *.zip)</source>
        <translation>牌组和牌组包 (*.yaml *.yml *.zip)</translation>
    </message>
    <message>
        <source>Looking for the deck file</source>
        <translation>正在查找牌组文件</translation>
    </message>
    <message>
        <source>The system can&apos;t open it. It is here: {path}</source>
        <translation>系统无法打开。它在这里：{path}</translation>
    </message>
</context>
<context>
    <name>DeckFiles</name>
    <message>
        <source>1 note added</source>
        <translation>新增 1 条笔记</translation>
    </message>
    <message>
        <source>1 note changed</source>
        <translation>更改 1 条笔记</translation>
    </message>
    <message>
        <source>1 note retired</source>
        <translation>停用 1 条笔记</translation>
    </message>
    <message>
        <source>Decks and packages (*.yaml *.yml *.zip)</source>
        <translation>牌组和牌组包 (*.yaml *.yml *.zip)</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>正在导入 {file}</translation>
    </message>
    <message>
        <source>Its cards are no longer asked. A backup is made first, and the deck&apos;s history is kept: import its file again, and you go on where you were.</source>
        <translation>它的卡片不再出题。移除前会先备份，牌组的学习记录也会保留：重新导入文件即可接着学。</translation>
    </message>
    <message>
        <source>Open a deck file</source>
        <translation>打开牌组文件</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{deck}”?</source>
        <translation>移除“{deck}”？</translation>
    </message>
    <message>
        <source>Removing “{deck}”</source>
        <translation>正在移除“{deck}”</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was changed.</source>
        <translation>导入已停止，没有任何改动。</translation>
    </message>
    <message>
        <source>no note has changed</source>
        <translation>笔记没有变化</translation>
    </message>
    <message>
        <source>{n} notes added</source>
        <translation>新增 {n} 条笔记</translation>
    </message>
    <message>
        <source>{n} notes changed</source>
        <translation>更改 {n} 条笔记</translation>
    </message>
    <message>
        <source>{n} notes retired</source>
        <translation>停用 {n} 条笔记</translation>
    </message>
    <message>
        <source>“{deck}” was removed.</source>
        <translation>已移除“{deck}”。</translation>
    </message>
    <message>
        <source>“{deck}”: {done}.</source>
        <translation>“{deck}”：{done}。</translation>
    </message>
</context>
<context>
    <name>DeckPrinting</name>
    <message>
        <source>Save the handout</source>
        <translation>保存讲义</translation>
    </message>
</context>
<context>
    <name>DeckQueue</name>
    <message>
        <source>1 deck file</source>
        <translation>1 个牌组文件</translation>
    </message>
    <message>
        <source>Each is shown before anything is imported.</source>
        <translation>导入之前，会逐一显示每个文件。</translation>
    </message>
    <message>
        <source>Not opened, as no deck file (.yaml) or package (.nqpf.zip): {files}</source>
        <translation>没有打开，因为不是牌组文件 (.yaml) 或牌组包 (.nqpf.zip)：{files}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {files} one after the other?</source>
        <translation>要逐一打开{files}吗？</translation>
    </message>
    <message>
        <source>{n} deck files</source>
        <translation>{n} 个牌组文件</translation>
    </message>
</context>
<context>
    <name>DeckRow</name>
    <message>
        <source>Browse its cards</source>
        <translation>浏览卡片</translation>
    </message>
    <message>
        <source>Check the deck file</source>
        <translation>检查牌组文件</translation>
    </message>
    <message>
        <source>Exam date…</source>
        <translation>考试日期…</translation>
    </message>
    <message>
        <source>Export to Anki…</source>
        <translation>导出到 Anki…</translation>
    </message>
    <message>
        <source>Learned of {deck}</source>
        <translation>“{deck}”的已学比例</translation>
    </message>
    <message>
        <source>Limits and learning steps…</source>
        <translation>上限与学习步骤…</translation>
    </message>
    <message>
        <source>More for {deck}</source>
        <translation>“{deck}”的更多操作</translation>
    </message>
    <message>
        <source>Pack to share…</source>
        <translation>打包分享…</translation>
    </message>
    <message>
        <source>Practice test…</source>
        <translation>模拟测验…</translation>
    </message>
    <message>
        <source>Practise without grading</source>
        <translation>练习（不评分）</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>显示文件所在位置</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Study ahead</source>
        <translation>提前学习</translation>
    </message>
    <message>
        <source>Study {deck}</source>
        <translation>学习“{deck}”</translation>
    </message>
    <message>
        <source>nothing now</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡片</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 段出处</translation>
    </message>
    <message>
        <source>Also: {wordings}</source>
        <translation>又作：{wordings}</translation>
    </message>
    <message>
        <source>As of {date}</source>
        <translation>截至 {date}</translation>
    </message>
    <message>
        <source>Close the details (Esc)</source>
        <translation>关闭详情 (Esc)</translation>
    </message>
    <message>
        <source>Deck {title}</source>
        <translation>牌组：{title}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Show cards</source>
        <translation>显示卡片</translation>
    </message>
    <message>
        <source>Shows the cards of this note in the browser</source>
        <translation>在浏览页显示这条笔记的卡片</translation>
    </message>
    <message>
        <source>Study the deck</source>
        <translation>学习牌组</translation>
    </message>
    <message>
        <source>Study the deck {deck}</source>
        <translation>学习牌组“{deck}”</translation>
    </message>
    <message>
        <source>This note names no passage.</source>
        <translation>这条笔记没有注明出处。</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>{when}到期</translation>
    </message>
    <message>
        <source>{n} cards</source>
        <translation>{n} 张卡片</translation>
    </message>
    <message>
        <source>{n} passages</source>
        <translation>{n} 段出处</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to open {file}</source>
        <translation>松开即可打开 {file}</translation>
    </message>
    <message>
        <source>Drop to open {n} files</source>
        <translation>松开即可打开 {n} 个文件</translation>
    </message>
    <message>
        <source>Only deck files (.yaml), packages (.nqpf.zip) and folders are opened</source>
        <translation>只能打开牌组文件 (.yaml)、牌组包 (.nqpf.zip) 和文件夹</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Close without saving?</source>
        <translation>不保存就关闭？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>编辑笔记</translation>
    </message>
    <message>
        <source>In {file}, note {note}</source>
        <translation>文件 {file}，笔记 {note}</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多字段</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Passages and tags are changed in the file.</source>
        <translation>出处和标签请在文件中修改。</translation>
    </message>
    <message>
        <source>What you have changed of this note would be lost.</source>
        <translation>您对这条笔记所作的修改将会丢失。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Choose the file of “{deck}”</source>
        <translation>选择“{deck}”的文件</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Deck files (*.yaml *.yml)</source>
        <translation>牌组文件 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Looking for the deck file</source>
        <translation>正在查找牌组文件</translation>
    </message>
    <message>
        <source>Saved into {file}.</source>
        <translation>已保存到 {file}。</translation>
    </message>
    <message>
        <source>Saving into {file}</source>
        <translation>正在保存到 {file}</translation>
    </message>
    <message>
        <source>See the changes…</source>
        <translation>查看更改…</translation>
    </message>
</context>
<context>
    <name>EmptyResult</name>
    <message>
        <source>Cards come in deck files: drop one on this window to import it.</source>
        <translation>卡片来自牌组文件：把文件拖到此窗口即可导入。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>No card fits “{search}”.</source>
        <translation>没有符合“{search}”的卡片。</translation>
    </message>
    <message>
        <source>Search for “{search}”</source>
        <translation>搜索“{search}”</translation>
    </message>
    <message>
        <source>There are no cards yet.</source>
        <translation>还没有卡片。</translation>
    </message>
</context>
<context>
    <name>EndOfRound</name>
    <message>
        <source>1 card known</source>
        <translation>已会 1 张卡片</translation>
    </message>
    <message>
        <source>Another round</source>
        <translation>再来一轮</translation>
    </message>
    <message>
        <source>Not known at first, and where the answer stands</source>
        <translation>起初没记住的卡片，以及答案的出处</translation>
    </message>
    <message>
        <source>Your schedule is as it was.</source>
        <translation>复习安排没有改变。</translation>
    </message>
    <message>
        <source>{known}, {n} left</source>
        <translation>{known}，还剩 {n} 张</translation>
    </message>
    <message>
        <source>{n} cards known</source>
        <translation>已会 {n} 张卡片</translation>
    </message>
</context>
<context>
    <name>EndView</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡片</translation>
    </message>
    <message>
        <source>A card that you are learning comes back in {wait}.</source>
        <translation>一张正在学习的卡片将在{wait}后再次出现。</translation>
    </message>
    <message>
        <source>A card that you are learning is ready again.</source>
        <translation>一张正在学习的卡片又可以学了。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Missed, and where the answer stands</source>
        <translation>没答上的卡片，以及答案的出处</translation>
    </message>
    <message>
        <source>Nothing to ask now</source>
        <translation>现在没有要学的卡片</translation>
    </message>
    <message>
        <source>{n} cards</source>
        <translation>{n} 张卡片</translation>
    </message>
    <message>
        <source>{n} missed</source>
        <translation>{n} 张没答上</translation>
    </message>
    <message>
        <source>{n} remembered at once</source>
        <translation>{n} 张一次答对</translation>
    </message>
    <message>
        <source>{n} seen for the first time</source>
        <translation>{n} 张首次学习</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Back to the decks</source>
        <translation>返回牌组</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Remove “{text}”</source>
        <translation>移除“{text}”</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>How to write decks</source>
        <translation>如何编写牌组</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>请重新安装程序。</translation>
    </message>
    <message>
        <source>The page {path} can&apos;t be read.</source>
        <translation>无法读取页面 {path}。</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>掌握程度</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
</context>
<context>
    <name>ExamDialog</name>
    <message>
        <source>Cards that would be forgotten by then get one more review before it, spread over the days so that they come out even. New cards come early enough.</source>
        <translation>到那天会忘记的卡片，考前各多复习一次，平均分布到各天。新卡片也会及早学到。</translation>
    </message>
    <message>
        <source>Cards until the exam</source>
        <translation>考试前的卡片</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day of the exam</source>
        <translation>考试日期</translation>
    </message>
    <message>
        <source>Exam date</source>
        <translation>考试日期</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Prepare no more</source>
        <translation>不再备考</translation>
    </message>
    <message>
        <source>The bars are weeks.</source>
        <translation>每条代表一周。</translation>
    </message>
    <message>
        <source>To be known on that day</source>
        <translation>当天要记得</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>需要多少复习</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>ExcerptText</name>
    <message>
        <source>Passage</source>
        <translation>出处</translation>
    </message>
</context>
<context>
    <name>Explore</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡片</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>Future</source>
        <translation>未来</translation>
    </message>
    <message>
        <source>Known, recall from {share}</source>
        <translation>已掌握，回忆率 {share} 起</translation>
    </message>
    <message>
        <source>Known, recall {share}</source>
        <translation>已掌握，回忆率 {share}</translation>
    </message>
    <message>
        <source>Known: of {n} cards you would recall the weakest today with a chance of {share}</source>
        <translation>已掌握：{n} 张卡片中，最弱的一张今天能回忆起的可能性为 {share}</translation>
    </message>
    <message>
        <source>Known: you would recall it today with a chance of {share}</source>
        <translation>已掌握：今天能回忆起的可能性为 {share}</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Learning, {known} of {cards} known</source>
        <translation>学习中，{cards}中已掌握 {known} 张</translation>
    </message>
    <message>
        <source>MMM</source>
        <translation>M月</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Measure {number} of {programme}</source>
        <translation>{programme}：第 {number} 项措施</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>尚未学习</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>all of that time</source>
        <translation>整段时间</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已掌握</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未学习</translation>
    </message>
    <message>
        <source>on that day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>some day in that time</source>
        <translation>该时段内的某一天</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{n} cards</source>
        <translation>{n} 张卡片</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} 年</translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>All decks</source>
        <translation>全部牌组</translation>
    </message>
    <message>
        <source>Decks to look at</source>
        <translation>要查看的牌组</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>各省</translation>
    </message>
    <message>
        <source>Reading the decks</source>
        <translation>正在读取牌组</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>查看内容</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Any tag, to be typed</source>
        <translation>任意标签，自行输入</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Forgotten more than 3 times</source>
        <translation>遗忘超过 3 次</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>How to search…</source>
        <translation>搜索方法…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>您的标签</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索 (Esc)</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>在文中查找</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>下一处 (Enter)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>上一处 (Shift+Enter)</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number}/{total}</translation>
    </message>
</context>
<context>
    <name>FitDialog</name>
    <message>
        <source>Back to the average</source>
        <translation>恢复平均值</translation>
    </message>
    <message>
        <source>A fit would be no better.</source>
        <translation>调整后也不会更好。</translation>
    </message>
    <message>
        <source>Cards are scheduled by how people forget on average. From your own reviews it can be worked out how you do. What is worked out is kept only if it foresees your newest reviews better than what is in use.</source>
        <translation>卡片按人们的平均遗忘规律安排。根据您自己的复习可以推算出您的规律。只有对您最近复习的预测比现用的更好，才会采用。</translation>
    </message>
    <message>
        <source>Cards are scheduled by the average of many learners again.</source>
        <translation>重新按多数学习者的平均规律安排卡片。</translation>
    </message>
    <message>
        <source>Cards are scheduled by your own memory from now on.</source>
        <translation>从现在起按您自己的记忆规律安排卡片。</translation>
    </message>
    <message>
        <source>Fit by itself as reviews add up</source>
        <translation>随复习增多自动调整</translation>
    </message>
    <message>
        <source>Fit now</source>
        <translation>立即调整</translation>
    </message>
    <message>
        <source>Fit to my memory</source>
        <translation>适应我的记忆</translation>
    </message>
    <message>
        <source>Fitting to your memory</source>
        <translation>正在适应您的记忆</translation>
    </message>
    <message>
        <source>In use: a fit to your memory.</source>
        <translation>现用：按您的记忆调整。</translation>
    </message>
    <message>
        <source>In use: the average of many learners.</source>
        <translation>现用：多数学习者的平均值。</translation>
    </message>
    <message>
        <source>What is in use foresees your newest reviews as well as a fit to your memory does, so it stays. Nothing was changed.</source>
        <translation>现用的安排对您最近复习的预测，不逊于按您的记忆调整的结果，因此保留不变。没有任何改动。</translation>
    </message>
    <message>
        <source>Reviews that a fit takes</source>
        <translation>调整所需的复习次数</translation>
    </message>
    <message>
        <source>Schedule by it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>The fit foresees your newest reviews better than what is in use. Cards keep their days: each is scheduled by it once it is graded again.</source>
        <translation>调整的结果对您最近复习的预测比现用的更好。卡片的日期不变：每张在下次评分后才按它安排。</translation>
    </message>
    <message>
        <source>There are {n} reviews to learn from; a fit takes {enough}.</source>
        <translation>目前有 {n} 次复习可供参考；至少需要 {enough} 次。</translation>
    </message>
</context>
<context>
    <name>FlagSign</name>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
</context>
<context>
    <name>GlossaryList</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
</context>
<context>
    <name>GlossaryView</name>
    <message>
        <source>By English</source>
        <translation>按英文</translation>
    </message>
    <message>
        <source>By pinyin</source>
        <translation>按拼音</translation>
    </message>
    <message>
        <source>No deck has terms yet. They come from notes of the kind “term”.</source>
        <translation>还没有牌组含有术语。术语来自类型为“term”的笔记。</translation>
    </message>
    <message>
        <source>No term fits “{search}”.</source>
        <translation>没有符合“{search}”的术语。</translation>
    </message>
    <message>
        <source>Order of the terms</source>
        <translation>术语排序</translation>
    </message>
    <message>
        <source>Search terms, Chinese and pinyin</source>
        <translation>搜索英文、中文和拼音</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>在文中查找</translation>
    </message>
    <message>
        <source>The system can&apos;t open {link}.</source>
        <translation>系统无法打开 {link}。</translation>
    </message>
</context>
<context>
    <name>HandoutDialog</name>
    <message>
        <source>As a PDF, a web page or a text</source>
        <translation>存为 PDF、网页或文本</translation>
    </message>
    <message>
        <source>Print “{deck}”</source>
        <translation>打印“{deck}”</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>问题与答案</translation>
    </message>
    <message>
        <source>Questions with room for the answers</source>
        <translation>只有问题，留出作答空间</translation>
    </message>
    <message>
        <source>Questions, answers and passages</source>
        <translation>问题、答案和出处</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>The deck&apos;s title, description and sources come first.</source>
        <translation>开头是牌组的标题、简介和来源。</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>A deck is a text file (YAML). Open one from the File menu or drop it on the window: you see what it would change, and every problem with its line, before anything is imported. Progress is kept when a deck is updated. New deck file in the File menu writes one for you to start from. Pack a deck to share makes one file of a deck and its texts, which is opened in the same way.</source>
        <translation>牌组是一个文本文件（YAML）。从“文件”菜单打开，或把它拖到窗口上：导入之前，您会看到它将带来的改动，以及每个问题所在的行。更新牌组时，学习进度会保留。“文件”菜单中的“新建牌组文件”会为您写好一个起始文件。“打包牌组以便分享”把牌组和它的文本合成一个文件，打开方式相同。</translation>
    </message>
    <message>
        <source>A deck&apos;s limits show what each desired retention costs: choose by looking. After some hundred reviews the scheduler fits itself to how you forget; Fit to my memory (Edit menu) tells how, and can stop it. Progress lists cards that keep slipping, and what they are confused with; in Browse, is:leech finds them. Merge another collection (File menu) brings in what you studied on another machine.</source>
        <translation>牌组的上限会显示每种期望保留率需要多少复习，可以看着选。复习几百次之后，安排会自动适应您的遗忘规律；“适应我的记忆”（“编辑”菜单）会说明情况，也可以停用。“进度”列出反复遗忘的卡片，以及与它们混淆的卡片；在“浏览”中可用 is:leech 查找。“合并另一个学习库”（“文件”菜单）并入您在另一台电脑上的学习。</translation>
    </message>
    <message>
        <source>A wrong key</source>
        <translation>按错了键</translation>
    </message>
    <message>
        <source>After a break the Study page says what has waited, and offers to spread it over days; nothing is rescheduled, and you can undo the choice. The menu of a deck has its exam date, with what that costs a day. Study ahead asks the cards of the next days, and counts. Practise without grading goes over cards until you know each, and counts for nothing.</source>
        <translation>中断之后，“学习”页会说明积压了多少，并可分摊到几天；不会重新安排日期，您可以撤销这一选择。牌组的菜单中可设考试日期，并显示每天需要多少复习。“提前学习”学未来几天的卡片，计入进度。“练习（不评分）”反复练到每张都会，不计入进度。</translation>
    </message>
    <message>
        <source>Breaks and exams</source>
        <translation>中断与考试</translation>
    </message>
    <message>
        <source>Browse finds cards as you type, also with or and not: (green or blue) -tag:exam. Ways to go on are listed below the field: Down chooses, Enter takes; Filters tells how to search. The menu with the bookmark has useful searches, and keeps your own under a name: Ctrl+S. A right click on the titles chooses the columns; drag them, or their edges.</source>
        <translation>“浏览”会边输入边查找卡片，也可以写“或者”与“排除”：(green or blue) -tag:exam。搜索框下面会列出可以接着写的内容：按向下键选择，按 Enter 采用；“筛选”菜单里有搜索方法。带书签图标的菜单里有常用的搜索，也能用名称保存您自己的搜索：Ctrl+S。在列标题上点右键可以选择显示哪些列；拖动标题或它的边缘，可以改变顺序和宽度。</translation>
    </message>
    <message>
        <source>Cards can be asked from memory, by choice, by typing, as a list, in order or as pairs. Choose on the Study page, in the settings or in a session&apos;s menu. Your answer is judged, the reason is said and a rating is marked: Space takes it, 1 to 4 give another. While you write, letters are letters: hold Ctrl for S, B and I, and press Ctrl+D if you don&apos;t know.</source>
        <translation>卡片可以凭记忆作答，也可以选择、输入、列举、排序或配对。可在“学习”页、设置或学习时的菜单中选择。程序会判断您的回答，说明理由，并标出评分：按空格采用，按 1 至 4 另选。书写时字母键就是字母：S、B、I 请同时按住 Ctrl；不知道就按 Ctrl+D。</translation>
    </message>
    <message>
        <source>Every card rests on a passage of a source. S shows it beside the card. Shown before the answer it is a hint, and the card can then be graded Hard at best.</source>
        <translation>每张卡片都有原文出处。按 S 可在卡片旁显示。如果在看答案之前显示，就算作提示，这张卡片最高只能评为“困难”。</translation>
    </message>
    <message>
        <source>Explore shows what the decks say as a whole: measures, timeline, provinces and glossary, each entry with how well you know it. Enter opens its details, its cards and its passage. On the timeline + and - zoom, the arrows up and down pan, left and right go from event to event.</source>
        <translation>“探索”从整体上展示牌组的内容：措施、时间线、各省和术语表，每一条都标明您的掌握程度。按 Enter 打开它的详情、卡片和出处。在时间线上，+ 和 - 缩放，上下方向键移动，左右方向键在事件之间切换。</translation>
    </message>
    <message>
        <source>F flags a card, in a session and in Browse, so that you find it again: search for is:flagged. In Browse, T puts tags of your own on the notes of the chosen cards; tag:exam finds them, and a practice test can be about them. Flags and tags stay when a deck is updated, and leave with an export to Anki.</source>
        <translation>在学习或浏览时按 F 可以标记卡片，方便以后找到：搜索 is:flagged。在浏览页按 T，可以给所选卡片的笔记加上您自己的标签；搜索 tag:考试 就能找到它们，也可以用来做模拟测验。牌组更新后，标记和标签仍会保留，导出到 Anki 时也会一起带上。</translation>
    </message>
    <message>
        <source>Finding cards</source>
        <translation>查找卡片</translation>
    </message>
    <message>
        <source>Flags and tags</source>
        <translation>标记和标签</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>How to write decks</source>
        <translation>如何编写牌组</translation>
    </message>
    <message>
        <source>Keys of a session</source>
        <translation>学习时的按键</translation>
    </message>
    <message>
        <source>Practice test in the File menu asks questions from the decks and tags that you choose, says how each theme went and shows where the missed answers stand. Your schedule stays as it is. It can be printed, also as a paper with its key; so can a whole deck, from its menu on the Study page.</source>
        <translation>“文件”菜单中的“模拟测验”从您选的牌组和标签中出题，说明各主题的成绩，并显示没答对的题目的出处。复习安排不变。可以打印，也可以打印成附答案的试卷；整个牌组也可以打印，见“学习”页上牌组的菜单。</translation>
    </message>
    <message>
        <source>Practice tests</source>
        <translation>模拟测验</translation>
    </message>
    <message>
        <source>Press Enter on the Study page. Read the question, answer it in your head, and press Space to see the answer. Then say how it went: Again if you did not know it, Hard if it took effort, Good if you knew it, Easy if it was no effort at all. The card comes back when you are about to forget it.</source>
        <translation>在“学习”页按 Enter 开始。读问题，在心里作答，再按空格查看答案。然后说明记得怎样：没记住选“重来”，想得吃力选“困难”，记得选“良好”，毫不费力选“简单”。卡片会在您快要忘记时再次出现。</translation>
    </message>
    <message>
        <source>Studying</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>全貌</translation>
    </message>
    <message>
        <source>Ways of asking</source>
        <translation>出题方式</translation>
    </message>
    <message>
        <source>Where it is written</source>
        <translation>出处在哪里</translation>
    </message>
    <message>
        <source>Your own decks</source>
        <translation>自己的牌组</translation>
    </message>
    <message>
        <source>Your own memory</source>
        <translation>您自己的记忆</translation>
    </message>
    <message>
        <source>Z undoes the last grade, also after the last card and after a restart; Shift+Z redoes it. Wherever you are, Ctrl+Z undoes what was done last, be it a tag, an edit, an import or the removal of a deck, and Ctrl+Shift+Z redoes it: the Edit menu names it. Each grade is saved at once, so you can stop at any time.</source>
        <translation>Z 撤销上一次评分，最后一张卡片之后、重新启动之后也可以；Shift+Z 重做。无论在哪里，Ctrl+Z 都会撤销上一步操作，无论是标签、编辑、导入还是移除牌组，Ctrl+Shift+Z 则重做：“编辑”菜单会写明是哪一步。每次评分都立即保存，您可以随时停下。</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Browse the cards</source>
        <translation>浏览卡片</translation>
    </message>
    <message>
        <source>Asks the cards of the next days now. Counts.</source>
        <translation>现在就学未来几天的卡片。计入进度。</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter 键</translation>
    </message>
    <message>
        <source>Goes over cards until you know each. Does not count.</source>
        <translation>反复练习，直到每张都会。不计入进度。</translation>
    </message>
    <message>
        <source>Open a deck file…</source>
        <translation>打开牌组文件…</translation>
    </message>
    <message>
        <source>Practise without grading</source>
        <translation>练习（不评分）</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Study ahead</source>
        <translation>提前学习</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>1 added</source>
        <translation>新增 1 条</translation>
    </message>
    <message>
        <source>1 changed</source>
        <translation>更改 1 条</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条笔记</translation>
    </message>
    <message>
        <source>1 note stays as it is.</source>
        <translation>1 条笔记保持不变。</translation>
    </message>
    <message>
        <source>1 retired</source>
        <translation>停用 1 条</translation>
    </message>
    <message>
        <source>1 returned</source>
        <translation>恢复 1 条</translation>
    </message>
    <message>
        <source>1 waived</source>
        <translation>忽略 1 个</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 个警告</translation>
    </message>
    <message>
        <source>A backup is made first.</source>
        <translation>会先做一个备份。</translation>
    </message>
    <message>
        <source>First question</source>
        <translation>第一个问题</translation>
    </message>
    <message>
        <source>Import this deck?</source>
        <translation>导入此牌组？</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>New notes: their cards come up as new ones.</source>
        <translation>新笔记：它们的卡片作为新卡片出现。</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Notes that left the file: they aren&apos;t asked any more, their history is kept.</source>
        <translation>文件中已删去的笔记：不再出题，学习记录保留。</translation>
    </message>
    <message>
        <source>Notes that were retired and are in the file again, with their history.</source>
        <translation>曾经停用、又回到文件中的笔记，学习记录仍在。</translation>
    </message>
    <message>
        <source>Notes whose text differs: what you have learned of them is kept.</source>
        <translation>文字有改动的笔记：已学的进度保留。</translation>
    </message>
    <message>
        <source>Nothing was changed. Mend the file and open it again.</source>
        <translation>没有任何改动。请修正文件后重新打开。</translation>
    </message>
    <message>
        <source>The deck&apos;s own description or its sources change.</source>
        <translation>牌组的说明或原文有改动。</translation>
    </message>
    <message>
        <source>The order of the notes changes.</source>
        <translation>笔记的顺序有改动。</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>没有可导入的内容。</translation>
    </message>
    <message>
        <source>This file can&apos;t be imported as it is.</source>
        <translation>此文件目前无法导入。</translation>
    </message>
    <message>
        <source>Update this deck?</source>
        <translation>更新此牌组？</translation>
    </message>
    <message>
        <source>What you have learned is kept.</source>
        <translation>您的学习进度会保留。</translation>
    </message>
    <message>
        <source>Your collection holds this deck as it is in the file: {notes}.</source>
        <translation>学习库中的牌组与文件一致：{notes}。</translation>
    </message>
    <message>
        <source>{n} added</source>
        <translation>新增 {n} 条</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>更改 {n} 条</translation>
    </message>
    <message>
        <source>{n} errors</source>
        <translation>{n} 个错误</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 条笔记</translation>
    </message>
    <message>
        <source>{n} notes stay as they are.</source>
        <translation>{n} 条笔记保持不变。</translation>
    </message>
    <message>
        <source>{n} retired</source>
        <translation>停用 {n} 条</translation>
    </message>
    <message>
        <source>{n} returned</source>
        <translation>恢复 {n} 条</translation>
    </message>
    <message>
        <source>{n} waived</source>
        <translation>忽略 {n} 个</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} 个警告</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
</context>
<context>
    <name>KeepMenu</name>
    <message>
        <source>Copy the figures</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Save as {kind}</source>
        <translation>另存为 {kind}</translation>
    </message>
    <message>
        <source>Save the figures as CSV…</source>
        <translation>把数据另存为 CSV…</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message>
        <source>The chart is copied.</source>
        <translation>图表已复制。</translation>
    </message>
    <message>
        <source>The figures are copied.</source>
        <translation>数据已复制。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys of a session</source>
        <translation>学习时的按键</translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message>
        <source>Desired retention</source>
        <translation>期望保留率</translation>
    </message>
    <message>
        <source>As the deck has them</source>
        <translation>按牌组中的顺序</translation>
    </message>
    <message>
        <source>Cards a day</source>
        <translation>每日卡片</translation>
    </message>
    <message>
        <source>Cards that keep slipping</source>
        <translation>反复遗忘的卡片</translation>
    </message>
    <message>
        <source>Each of them comes back several times in its first weeks.</source>
        <translation>每张新卡片在最初几周会多次出现。</translation>
    </message>
    <message>
        <source>How much to remember</source>
        <translation>记住多少</translation>
    </message>
    <message>
        <source>It is shown under Progress. It goes on being asked unless you suspend it.</source>
        <translation>会列在“进度”中。除非您暂停，否则照常出题。</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Limits and learning steps</source>
        <translation>上限与学习步骤</translation>
    </message>
    <message>
        <source>List a card when forgotten this often</source>
        <translation>遗忘几次后列出</translation>
    </message>
    <message>
        <source>Mixed, always in the same way</source>
        <translation>打乱，每次顺序相同</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>New cards a day</source>
        <translation>每日新卡片</translation>
    </message>
    <message>
        <source>New cards come</source>
        <translation>新卡片的顺序</translation>
    </message>
    <message>
        <source>Reviews a day, at most</source>
        <translation>每日复习上限</translation>
    </message>
    <message>
        <source>Steps after forgetting</source>
        <translation>遗忘后的步骤</translation>
    </message>
    <message>
        <source>Steps of a new card</source>
        <translation>新卡片的步骤</translation>
    </message>
    <message>
        <source>The same for a card that you knew and forgot.</source>
        <translation>学会后又忘记的卡片同理。</translation>
    </message>
    <message>
        <source>The share of reviews that you want to remember. More means more reviews.</source>
        <translation>复习时希望记得的比例。越高，复习越多。</translation>
    </message>
    <message>
        <source>What is over waits for the next day, and is asked later than it should be.</source>
        <translation>超出的部分留到第二天，会比应有的时间晚。</translation>
    </message>
    <message>
        <source>When a card comes back before days are counted: 1m 10m is after a minute, then after ten. Use s, m, h and d; leave it empty for none.</source>
        <translation>按天计算之前，卡片隔多久再次出现：1m 10m 表示一分钟后，再过十分钟。可用 s、m、h、d；留空则没有步骤。</translation>
    </message>
</context>
<context>
    <name>ListPart</name>
    <message>
        <source>The first one</source>
        <translation>第一项</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>{done} of {n} named. Enter on an empty line checks them.</source>
        <translation>已列出 {done} 项，共 {n} 项。在空行按 Enter 即可检查。</translation>
    </message>
    <message>
        <source>{n} to name, one a line, in any order.</source>
        <translation>共 {n} 项，每行一项，不分先后。</translation>
    </message>
    <message>
        <source>{n} to name, one a line. Their order counts.</source>
        <translation>共 {n} 项，每行一项，注意顺序。</translation>
    </message>
</context>
<context>
    <name>MadeDialog</name>
    <message>
        <source>Check it</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Edit the deck file</source>
        <translation>编辑牌组文件</translation>
    </message>
    <message>
        <source>How to write decks</source>
        <translation>如何编写牌组</translation>
    </message>
    <message>
        <source>New deck file</source>
        <translation>新建牌组文件</translation>
    </message>
    <message>
        <source>See its cards…</source>
        <translation>查看卡片…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>When you have changed it: File &gt; Open a deck file.</source>
        <translation>改好之后：“文件 &gt; 打开牌组文件”。</translation>
    </message>
    <message>
        <source>Your deck is ready</source>
        <translation>您的牌组已建好</translation>
    </message>
    <message>
        <source>{file}: for editors that complete and check.</source>
        <translation>{file}：供编辑器补全和检查之用。</translation>
    </message>
    <message>
        <source>{file}: the deck. Open it in a text editor.</source>
        <translation>{file}：牌组。请用文本编辑器打开。</translation>
    </message>
    <message>
        <source>{file}: the text that its cards quote.</source>
        <translation>{file}：卡片所引用的文本。</translation>
    </message>
</context>
<context>
    <name>MatchPart</name>
    <message>
        <source>Choose a question with the arrows, and its answer with a number or a click.</source>
        <translation>用方向键选择问题，用数字键或点击选择答案。</translation>
    </message>
    <message>
        <source>Every question has an answer. Enter checks them.</source>
        <translation>每个问题都有了答案。按 Enter 检查。</translation>
    </message>
    <message>
        <source>This card</source>
        <translation>此卡片</translation>
    </message>
    <message>
        <source>You put: {text}</source>
        <translation>您选的是：{text}</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无答案</translation>
    </message>
    <message>
        <source>put to {letter}</source>
        <translation>已配给 {letter}</translation>
    </message>
</context>
<context>
    <name>MeasuresView</name>
    <message>
        <source>No deck has measures yet. They come from notes of the kind “measure”.</source>
        <translation>还没有牌组含有措施。措施来自类型为“measure”的笔记。</translation>
    </message>
</context>
<context>
    <name>MemoryFit</name>
    <message>
        <source>New intervals go by it; the settings can change that.</source>
        <translation>今后的间隔按此安排；可在设置中更改。</translation>
    </message>
</context>
<context>
    <name>MenuActs</name>
    <message>
        <source>Nothing counts here: there is nothing to undo.</source>
        <translation>这里的一切都不计入，没有可撤销的内容。</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>A backup of your collection is made first. Nothing of yours is lost: reviews are added to yours, of a note that both have the newer text is kept, and your settings stay. The other collection is not changed.</source>
        <translation>会先备份您的学习库。您的内容不会丢失：复习记录会并入，两边都有的笔记保留较新的文字，您的设置不变。另一个学习库不会改动。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge another collection</source>
        <translation>合并另一个学习库</translation>
    </message>
    <message>
        <source>This would be added:</source>
        <translation>将会并入：</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>All that {file} holds is in your collection already.</source>
        <translation>{file} 的全部内容已在您的学习库中。</translation>
    </message>
    <message>
        <source>Collections and their backups (*.db)</source>
        <translation>学习库及其备份 (*.db)</translation>
    </message>
    <message>
        <source>Looking what {file} would bring</source>
        <translation>正在查看 {file} 的内容</translation>
    </message>
    <message>
        <source>Merge another collection</source>
        <translation>合并另一个学习库</translation>
    </message>
    <message>
        <source>Merged. New here: reviews {reviews}, decks {decks}, notes {notes}.</source>
        <translation>已合并。新增：复习 {reviews} 次，牌组 {decks} 个，笔记 {notes} 条。</translation>
    </message>
    <message>
        <source>Merging {file}</source>
        <translation>正在合并 {file}</translation>
    </message>
    <message>
        <source>The merge was stopped. Nothing was changed.</source>
        <translation>合并已停止，没有任何改动。</translation>
    </message>
</context>
<context>
    <name>MissedCard</name>
    <message>
        <source>Open {source}</source>
        <translation>打开 {source}</translation>
    </message>
    <message>
        <source>The source “{id}” is not in the collection.</source>
        <translation>学习库中没有原文“{id}”。</translation>
    </message>
    <message>
        <source>You answered: {given}</source>
        <translation>您的回答：{given}</translation>
    </message>
</context>
<context>
    <name>NewDeck</name>
    <message>
        <source>The system can&apos;t open it. It is here: {path}</source>
        <translation>系统无法打开。它在这里：{path}</translation>
    </message>
</context>
<context>
    <name>NewDeckDialog</name>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Title of the deck</source>
        <translation>牌组标题(&amp;T)</translation>
    </message>
    <message>
        <source>A deck file that explains itself, a sample text for it to quote, and a file by which text editors help are written into the folder. Nothing is overwritten.</source>
        <translation>将在文件夹中写入三个文件：带说明的牌组文件、供其引用的示例文本，以及让编辑器提供帮助的文件。不会覆盖任何文件。</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose a folder for it.</source>
        <translation>请为它选择文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder for the deck</source>
        <translation>选择存放牌组的文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>My deck</source>
        <translation>我的牌组</translation>
    </message>
    <message>
        <source>New deck file</source>
        <translation>新建牌组文件</translation>
    </message>
    <message>
        <source>Writing the deck file</source>
        <translation>正在写入牌组文件</translation>
    </message>
</context>
<context>
    <name>NoteKinds</name>
    <message>
        <source>Pairs, asked in both directions</source>
        <translation>成对内容，双向提问</translation>
    </message>
    <message>
        <source>Questions with an answer</source>
        <translation>问题与答案</translation>
    </message>
    <message>
        <source>Questions with several answers</source>
        <translation>有多个答案的问题</translation>
    </message>
    <message>
        <source>Sentences with gaps</source>
        <translation>带空的句子</translation>
    </message>
    <message>
        <source>Steps of a programme, with their parts</source>
        <translation>纲领中的措施及其内容</translation>
    </message>
    <message>
        <source>What a province or firm pledged</source>
        <translation>省份或企业承诺的目标</translation>
    </message>
    <message>
        <source>What happened at a time</source>
        <translation>某时发生的事件</translation>
    </message>
    <message>
        <source>Words and ideas, with their meaning</source>
        <translation>词语和概念及其含义</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>cloze</source>
        <translation>填空</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列举</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>term</source>
        <translation>术语</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>After the first session this page shows what is due on the coming days, what you have done, and how much of it you remember.</source>
        <translation>第一次学习之后，本页会显示未来几天到期的卡片、您完成的复习，以及记得多少。</translation>
    </message>
    <message>
        <source>Nothing reviewed yet</source>
        <translation>还没有复习</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>There are no cards yet: drop a deck file on this window.</source>
        <translation>还没有卡片：请把牌组文件拖到此窗口。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Loading the decks</source>
        <translation>正在载入牌组</translation>
    </message>
    <message>
        <source>Opening your collection</source>
        <translation>正在打开学习库</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>正在恢复备份</translation>
    </message>
</context>
<context>
    <name>OpeningButton</name>
    <message>
        <source>Deck files and packages are no longer opened with NQPF Study.</source>
        <translation>不再用 NQPF Study 打开牌组文件和牌组包。</translation>
    </message>
    <message>
        <source>Deck files and packages are opened with NQPF Study now.</source>
        <translation>现在会用 NQPF Study 打开牌组文件和牌组包。</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>OrderPart</name>
    <message>
        <source>Drag the lines, or choose one with the arrows and move it with Alt and an arrow, or with the number of its place.</source>
        <translation>拖动各行；或用方向键选中一行，再用 Alt+方向键或位置数字移动。</translation>
    </message>
    <message>
        <source>{n} of {all}: {text}</source>
        <translation>第 {n} 项，共 {all} 项：{text}</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>Show the passage (S)</source>
        <translation>显示出处 (S)</translation>
    </message>
    <message>
        <source>Source: {names}</source>
        <translation>原文：{names}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>{known} of {n} known</source>
        <translation>已掌握 {known}/{n}</translation>
    </message>
</context>
<context>
    <name>Packing</name>
    <message>
        <source>Choose the deck file to pack</source>
        <translation>选择要打包的牌组文件</translation>
    </message>
    <message>
        <source>Deck files (*.yaml *.yml)</source>
        <translation>牌组文件 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Deck packages (*.nqpf.zip)</source>
        <translation>牌组包 (*.nqpf.zip)</translation>
    </message>
    <message>
        <source>Give this file to your students. They open it as a deck file.</source>
        <translation>把此文件交给学生。他们像打开牌组文件一样打开它。</translation>
    </message>
    <message>
        <source>Packing {file}</source>
        <translation>正在打包 {file}</translation>
    </message>
    <message>
        <source>Save the package</source>
        <translation>保存牌组包</translation>
    </message>
    <message>
        <source>The deck is packed</source>
        <translation>牌组已打包</translation>
    </message>
    <message>
        <source>The packing was stopped. Nothing was written.</source>
        <translation>打包已停止，没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the quotation with its citation</source>
        <translation>复制引文及来源信息</translation>
    </message>
    <message>
        <source>Open in reader</source>
        <translation>在阅读器中打开</translation>
    </message>
    <message>
        <source>Shows the whole source at this passage</source>
        <translation>显示全文并定位到此出处</translation>
    </message>
    <message>
        <source>The card quotes it so:</source>
        <translation>卡片中的引文：</translation>
    </message>
    <message>
        <source>The file of this source is missing.</source>
        <translation>缺少此原文的文件。</translation>
    </message>
    <message>
        <source>The source “{source}” is not in this collection.</source>
        <translation>学习库中没有原文“{source}”。</translation>
    </message>
    <message>
        <source>These words stand in the source {times} times, and the card doesn&apos;t say which place it means.</source>
        <translation>这段文字在原文中出现 {times} 次，卡片没有说明是哪一处。</translation>
    </message>
    <message>
        <source>This passage is no longer in the source.</source>
        <translation>原文中已没有这段文字。</translation>
    </message>
</context>
<context>
    <name>PracticeView</name>
    <message>
        <source>Practice test: your schedule stays as it is.</source>
        <translation>模拟测验：复习安排不变。</translation>
    </message>
    <message>
        <source>Question {n} of {all}</source>
        <translation>第 {n} 题，共 {all} 题</translation>
    </message>
</context>
<context>
    <name>Practising</name>
    <message>
        <source>No card fits. Choose more decks or tags, or fewer words.</source>
        <translation>没有符合的卡片。请多选几个牌组或标签，或减少搜索词。</translation>
    </message>
    <message>
        <source>Practice test</source>
        <translation>模拟测验</translation>
    </message>
    <message>
        <source>Practice test on paper</source>
        <translation>纸上模拟测验</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>保存结果</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>It can be printed from there, too.</source>
        <translation>也可以从那里打印。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Text (*.txt)</source>
        <translation>PDF (*.pdf);;网页 (*.html);;文本 (*.txt)</translation>
    </message>
    <message>
        <source>Printing {title}</source>
        <translation>正在打印 {title}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
    <message>
        <source>The printing was stopped.</source>
        <translation>打印已停止。</translation>
    </message>
    <message>
        <source>The writing was stopped. Nothing was written.</source>
        <translation>写入已停止，没有写入任何内容。</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写入 {file}</translation>
    </message>
    <message>
        <source>{file} is written</source>
        <translation>已写入 {file}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Copies a line for each problem</source>
        <translation>每个问题复制为一行</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>There is nothing to mend.</source>
        <translation>没有要修改的地方。</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡片</translation>
    </message>
    <message>
        <source>1 card in use.</source>
        <translation>使用中的卡片 1 张。</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 review</source>
        <translation>1 次复习</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>As it should be.</source>
        <translation>正合适。</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Cards by state</source>
        <translation>各状态的卡片</translation>
    </message>
    <message>
        <source>Cards due</source>
        <translation>到期卡片</translation>
    </message>
    <message>
        <source>Cards in review by stability</source>
        <translation>复习中的卡片（按稳定性）</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Difficulty as your answers show it. Enter opens a card in the browser: a card that keeps slipping is often better split in two, or suspended.</source>
        <translation>难度由您的回答得出。按 Enter 在浏览页打开卡片：反复遗忘的卡片不妨拆成两张，或者暂停。</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Due in the next days</source>
        <translation>未来几天到期</translation>
    </message>
    <message>
        <source>Fewer than wanted: shorter sessions more often, or fewer new cards, help.</source>
        <translation>低于期望：每次少学一些、多学几次，或减少新卡片，会有帮助。</translation>
    </message>
    <message>
        <source>Hardest cards</source>
        <translation>最难的卡片</translation>
    </message>
    <message>
        <source>How long it takes until one of ten such cards would be forgotten: {days} or more for half of the {cards} in review.</source>
        <translation>这样的卡片，十张里忘记一张需要多久：复习中的 {cards}有一半在 {days}以上。</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>复习中</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遗忘次数</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Less than 1 day</source>
        <translation>不到 1 天</translation>
    </message>
    <message>
        <source>More than wanted: a lower aim in the settings would spare reviews.</source>
        <translation>高于期望：在设置中调低目标，可以减少复习。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>No card in review has come up again yet. It takes some days until one does.</source>
        <translation>还没有复习中的卡片再次出现，需要等几天。</translation>
    </message>
    <message>
        <source>No card is hard yet.</source>
        <translation>还没有难的卡片。</translation>
    </message>
    <message>
        <source>No card is in review yet.</source>
        <translation>还没有复习中的卡片。</translation>
    </message>
    <message>
        <source>Nothing was reviewed in the last year.</source>
        <translation>最近一年没有复习。</translation>
    </message>
    <message>
        <source>In the last 3 months: {reviews} on {studied}, {time} in all.</source>
        <translation>最近 3 个月：学习了 {studied}，{reviews}，共 {time}。</translation>
    </message>
    <message>
        <source>In the last 30 days: {reviews} on {studied}, {time} in all.</source>
        <translation>最近 30 天：学习了 {studied}，{reviews}，共 {time}。</translation>
    </message>
    <message>
        <source>In the last year: {reviews} on {studied}, {time} in all.</source>
        <translation>最近一年：学习了 {studied}，{reviews}，共 {time}。</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Nothing is due in the next 3 months.</source>
        <translation>未来 3 个月没有到期的卡片。</translation>
    </message>
    <message>
        <source>Nothing is due in the next 30 days.</source>
        <translation>未来 30 天没有到期的卡片。</translation>
    </message>
    <message>
        <source>Nothing is due in the next year.</source>
        <translation>未来一年没有到期的卡片。</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>没有到期的卡片。</translation>
    </message>
    <message>
        <source>Nothing was reviewed in the last 3 months.</source>
        <translation>最近 3 个月没有复习。</translation>
    </message>
    <message>
        <source>Nothing was reviewed in the last 30 days.</source>
        <translation>最近 30 天没有复习。</translation>
    </message>
    <message>
        <source>Nothing was reviewed yet.</source>
        <translation>还没有复习过。</translation>
    </message>
    <message>
        <source>Relearning</source>
        <translation>重新学习</translation>
    </message>
    <message>
        <source>Remembered</source>
        <translation>记得</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复习次数</translation>
    </message>
    <message>
        <source>Reviews by day in the last year</source>
        <translation>最近一年每天的复习</translation>
    </message>
    <message>
        <source>Reviews in the last days</source>
        <translation>最近几天的复习</translation>
    </message>
    <message>
        <source>Since the first day: {reviews} on {studied}, {time} in all.</source>
        <translation>从第一天起：学习了 {studied}，{reviews}，共 {time}。</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>The hardest cards</source>
        <translation>最难的卡片</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>学习时间</translation>
    </message>
    <message>
        <source>Time spent in the last days</source>
        <translation>最近几天的学习时间</translation>
    </message>
    <message>
        <source>True retention</source>
        <translation>实际保留率</translation>
    </message>
    <message>
        <source>True retention over time</source>
        <translation>实际保留率的变化</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Week from {day}</source>
        <translation>从{day}起的一周</translation>
    </message>
    <message>
        <source>Week to {day}</source>
        <translation>截至{day}的一周</translation>
    </message>
    <message>
        <source>With few reviews the share still jumps about.</source>
        <translation>复习次数少时，比例还会起伏。</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>cards, by days of stability</source>
        <translation>卡片数（按稳定天数）</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>difficulty {n}</source>
        <translation>难度 {n}</translation>
    </message>
    <message>
        <source>forgotten once</source>
        <translation>遗忘 1 次</translation>
    </message>
    <message>
        <source>forgotten {n} times</source>
        <translation>遗忘 {n} 次</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>no reviews</source>
        <translation>没有复习</translation>
    </message>
    <message>
        <source>reviews</source>
        <translation>复习</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{count} today; the most on one day: {most} ({day}).</source>
        <translation>今天 {count} 次；单日最多 {most} 次（{day}）。</translation>
    </message>
    <message>
        <source>{days} with reviews in the last year; the longest run without a gap: {run}.</source>
        <translation>最近一年有 {days}复习过；最长连续 {run}。</translation>
    </message>
    <message>
        <source>{first} days or more</source>
        <translation>{first} 天以上</translation>
    </message>
    <message>
        <source>{first} to {last} days</source>
        <translation>{first} 至 {last} 天</translation>
    </message>
    <message>
        <source>{n} cards</source>
        <translation>{n} 张卡片</translation>
    </message>
    <message>
        <source>{n} cards in use.</source>
        <translation>使用中的卡片 {n} 张。</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} reviews</source>
        <translation>{n} 次复习</translation>
    </message>
    <message>
        <source>{passed} of {reviewed} cards in review remembered: {share}; the aim is {aim}.</source>
        <translation>{reviewed} 张复习卡片中记得 {passed} 张：{share}；目标为 {aim}。</translation>
    </message>
    <message>
        <source>{share}, {passed} of {reviewed}</source>
        <translation>{share}，{reviewed} 次中记得 {passed} 次</translation>
    </message>
    <message>
        <source>{today} due today, {total} in all. New cards come on top.</source>
        <translation>今天到期 {today} 张，共 {total} 张。新卡片另计。</translation>
    </message>
    <message>
        <source>{today} due today, {total} within 3 months. New cards come on top.</source>
        <translation>今天到期 {today} 张，3 个月内共 {total} 张。新卡片另计。</translation>
    </message>
    <message>
        <source>{today} due today, {total} within 30 days. New cards come on top.</source>
        <translation>今天到期 {today} 张，30 天内共 {total} 张。新卡片另计。</translation>
    </message>
    <message>
        <source>{today} due today, {total} within a year. New cards come on top.</source>
        <translation>今天到期 {today} 张，一年内共 {total} 张。新卡片另计。</translation>
    </message>
    <message>
        <source>{total} in all, {day} on a day with reviews.</source>
        <translation>共 {total}，有复习的日子平均每天 {day}。</translation>
    </message>
</context>
<context>
    <name>ProgressChoice</name>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 个月</translation>
    </message>
    <message>
        <source>All decks</source>
        <translation>所有牌组</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>时间范围</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Reading your reviews…</source>
        <translation>正在读取复习记录…</translation>
    </message>
</context>
<context>
    <name>ProvincesView</name>
    <message>
        <source>No deck has pledges yet. They come from notes of the kind “target”.</source>
        <translation>还没有牌组含有各省目标。它们来自类型为“target”的笔记。</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Which answer belongs to which question?</source>
        <translation>哪个答案对应哪个问题？</translation>
    </message>
</context>
<context>
    <name>RatingBar</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Don&apos;t know</source>
        <translation>不知道</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter 键</translation>
    </message>
    <message>
        <source>Show answer</source>
        <translation>显示答案</translation>
    </message>
    <message>
        <source>Space or Enter</source>
        <translation>空格或 Enter</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>1 quotation of a card is not found in this text.</source>
        <translation>有 1 处卡片引文在此文中找不到。</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>连同来源复制</translation>
    </message>
    <message>
        <source>The file of this source is missing: its cards can be studied all the same.</source>
        <translation>缺少此原文的文件：它的卡片仍可学习。</translation>
    </message>
    <message>
        <source>The passage “{words}” is no longer in this source.</source>
        <translation>原文中已没有“{words}”这段文字。</translation>
    </message>
    <message>
        <source>The passage “{words}” stands in this source {times} times, and the card doesn&apos;t say which place it means.</source>
        <translation>“{words}”在原文中出现 {times} 次，卡片没有说明是哪一处。</translation>
    </message>
    <message>
        <source>{n} quotations of cards are not found in this text.</source>
        <translation>有 {n} 处卡片引文在此文中找不到。</translation>
    </message>
</context>
<context>
    <name>ReaderHead</name>
    <message>
        <source>1 passage</source>
        <translation>1 段出处</translation>
    </message>
    <message>
        <source>All sources (Esc)</source>
        <translation>全部原文 (Esc)</translation>
    </message>
    <message>
        <source>Copy the quotation with its citation (Ctrl+Shift+C)</source>
        <translation>复制引文及来源信息 (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Find in this text (Ctrl+F)</source>
        <translation>在文中查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Next passage (N)</source>
        <translation>下一段出处 (N)</translation>
    </message>
    <message>
        <source>No passages</source>
        <translation>没有出处</translation>
    </message>
    <message>
        <source>Previous passage (P)</source>
        <translation>上一段出处 (P)</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number}/{total}</translation>
    </message>
    <message>
        <source>{n} passages</source>
        <translation>{n} 段出处</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>&amp;Clear list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>Open recen&amp;t</source>
        <translation>最近打开(&amp;T)</translation>
    </message>
    <message>
        <source>{file} in {folder}</source>
        <translation>{file}（{folder}）</translation>
    </message>
    <message>
        <source>{path} is no longer there</source>
        <translation>{path} 已不存在</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>By theme, the weakest first</source>
        <translation>按主题，最弱的在前</translation>
    </message>
    <message>
        <source>Missed, and where the answer stands</source>
        <translation>没答上的卡片，以及答案的出处</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Your schedule is as it was.</source>
        <translation>复习安排没有改变。</translation>
    </message>
    <message>
        <source>{n} questions were not reached.</source>
        <translation>有 {n} 题没有做到。</translation>
    </message>
    <message>
        <source>{points} of {n} points, {share}</source>
        <translation>{points}/{n} 分，{share}</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Knew it</source>
        <translation>记住了</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没记住</translation>
    </message>
    <message>
        <source>comes back soon</source>
        <translation>很快再次出现</translation>
    </message>
    <message>
        <source>done for this round</source>
        <translation>本轮完成</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>A backup is made first.</source>
        <translation>会先做一个备份。</translation>
    </message>
    <message>
        <source>All is well: {cards} cards and {reviews} reviews were examined.</source>
        <translation>一切正常：检查了 {cards} 张卡片和 {reviews} 次复习。</translation>
    </message>
    <message>
        <source>And {n} more.</source>
        <translation>还有 {n} 个。</translation>
    </message>
    <message>
        <source>Backed up to {path}</source>
        <translation>已备份到 {path}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Data folder: {path}</source>
        <translation>数据文件夹：{path}</translation>
    </message>
    <message>
        <source>Examining the collection</source>
        <translation>正在检查学习库</translation>
    </message>
    <message>
        <source>Put this backup in the collection&apos;s place?</source>
        <translation>用此备份替换当前学习库？</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Rebuilding the collection</source>
        <translation>正在重建学习库</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore the newest backup from before this (File menu).</source>
        <translation>请恢复此前最新的备份（“文件”菜单）。</translation>
    </message>
    <message>
        <source>Some of it could not be rebuilt.</source>
        <translation>有一部分无法重建。</translation>
    </message>
    <message>
        <source>The collection is not as it should be. Rebuild it from the log?</source>
        <translation>学习库有异常。要根据复习记录重建吗？</translation>
    </message>
    <message>
        <source>The collection was rebuilt, and all is well.</source>
        <translation>学习库已重建，一切正常。</translation>
    </message>
    <message>
        <source>{file}

What you studied since then is no longer counted. The collection of now is kept as a backup, so that you can come back to it.</source>
        <translation>{file}

此后的学习将不再计入。当前学习库会保留为备份，以便您日后换回。</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存这个搜索</translation>
    </message>
    <message>
        <source>This name is taken. Saving replaces the search “{search}”.</source>
        <translation>已有这个名称。保存后会替换原来的搜索“{search}”。</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>A passage is not found in its text</source>
        <translation>原文中找不到出处</translation>
    </message>
    <message>
        <source>Buried until tomorrow</source>
        <translation>搁置到明天</translation>
    </message>
    <message>
        <source>Cards in a state, such as is:due or is:suspended</source>
        <translation>处于某种状态的卡片，如 is:due 或 is:suspended</translation>
    </message>
    <message>
        <source>Cards of a deck, by its id or a part of its title</source>
        <translation>某个牌组的卡片，可写 id 或标题的一部分</translation>
    </message>
    <message>
        <source>Cards of a note, by its id in the deck file</source>
        <translation>某条笔记的卡片，写牌组文件中的 id</translation>
    </message>
    <message>
        <source>Cards of one kind of note, such as kind:term</source>
        <translation>某类笔记的卡片，如 kind:term</translation>
    </message>
    <message>
        <source>Cards that rest on a text, by its id or a part of its title</source>
        <translation>依据某篇原文的卡片，可写 id 或标题的一部分</translation>
    </message>
    <message>
        <source>Cards with a tag; tag:year* with one that begins so</source>
        <translation>带有某个标签的卡片；tag:year* 表示以 year 开头的标签</translation>
    </message>
    <message>
        <source>Cards without what comes right behind it</source>
        <translation>不含紧跟其后内容的卡片</translation>
    </message>
    <message>
        <source>Days from its last review to the next</source>
        <translation>上次复习到下次复习的天数</translation>
    </message>
    <message>
        <source>Days until the chance to remember falls to 90%</source>
        <translation>记得的概率降到 90% 所需的天数</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Hard lately</source>
        <translation>最近觉得难</translation>
    </message>
    <message>
        <source>Hard lately: graded Again or Hard in the last 7 days</source>
        <translation>最近觉得难：7 天内评为“重来”或“困难”</translation>
    </message>
    <message>
        <source>Holds together what follows, up to )</source>
        <translation>把后面的内容合为一组，到 ) 为止</translation>
    </message>
    <message>
        <source>How hard it is to keep, from 1 to 10</source>
        <translation>有多难记住，从 1 到 10</translation>
    </message>
    <message>
        <source>How often it was graded</source>
        <translation>评过几次分</translation>
    </message>
    <message>
        <source>How often the card was forgotten</source>
        <translation>忘记的次数</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>复习中</translation>
    </message>
    <message>
        <source>Keeps slipping</source>
        <translation>反复遗忘</translation>
    </message>
    <message>
        <source>Learning or relearning</source>
        <translation>学习或重新学习中</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>从未学过</translation>
    </message>
    <message>
        <source>Passage not found</source>
        <translation>找不到出处</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>What stands before it, or what comes behind</source>
        <translation>符合它前面的或后面的</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Adds a filter such as is:due to the search</source>
        <translation>在搜索中加入筛选条件，如 is:due</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>搜索方法</translation>
    </message>
    <message>
        <source>Saved as “{name}”, in the menu of saved searches.</source>
        <translation>已保存为“{name}”，在已保存的搜索菜单中。</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Search questions, answers and passages</source>
        <translation>搜索问题、答案和出处</translation>
    </message>
    <message>
        <source>Search the cards</source>
        <translation>搜索卡片</translation>
    </message>
    <message>
        <source>Type a search first, then save it.</source>
        <translation>请先输入搜索内容，再保存。</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Both words, or words that begin so</source>
        <translation>同时含有这两个词，或以此开头的词</translation>
    </message>
    <message>
        <source>Chinese characters anywhere in a text</source>
        <translation>文中任何位置的汉字</translation>
    </message>
    <message>
        <source>(green or blue) -is:new</source>
        <translation>(green or blue) -is:new</translation>
    </message>
    <message>
        <source>Either, or both</source>
        <translation>符合其中之一或全部</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>搜索方法</translation>
    </message>
    <message>
        <source>In quotation marks all is text; within a word a “-” is, too</source>
        <translation>引号里的都是文字；词中间的“-”也是</translation>
    </message>
    <message>
        <source>Not, or, and what belongs together</source>
        <translation>排除、或者与分组</translation>
    </message>
    <message>
        <source>Numbers, with &lt;, &lt;=, =, &gt;= or &gt;</source>
        <translation>数字，可用 &lt;、&lt;=、=、&gt;= 或 &gt;</translation>
    </message>
    <message>
        <source>Parentheses hold together what “or” would part</source>
        <translation>括号把“or”会隔开的内容合为一组</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>These words, one after the other</source>
        <translation>连在一起的这些词</translation>
    </message>
    <message>
        <source>What stands side by side must all fit. Ways to go on are listed while you type: Down chooses, Enter takes. Ctrl+Space lists all.</source>
        <translation>并列的内容必须全部符合。输入时会列出可以接着写的内容：按向下键选择，按回车键采用。按 Ctrl+Space 列出全部。</translation>
    </message>
    <message>
        <source>Without it: a word, “a phrase”, a filter or a group</source>
        <translation>不含它：一个词、“一个短语”、一个筛选条件或一组</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>green growth</source>
        <translation>green growth</translation>
    </message>
    <message>
        <source>green or blue</source>
        <translation>green or blue</translation>
    </message>
    <message>
        <source>“green growth”</source>
        <translation>“green growth”</translation>
    </message>
    <message>
        <source>“or”  “-5”  “(a)”</source>
        <translation>“or”  “-5”  “(a)”</translation>
    </message>
</context>
<context>
    <name>SearchMenu</name>
    <message>
        <source>Rename or remove…</source>
        <translation>重命名或移除…</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>保存这个搜索…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
</context>
<context>
    <name>SearchesDialog</name>
    <message>
        <source>None is saved any more.</source>
        <translation>没有已保存的搜索。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
</context>
<context>
    <name>SessionView</name>
    <message>
        <source>How cards are asked</source>
        <translation>出题方式</translation>
    </message>
    <message>
        <source>More for this card</source>
        <translation>此卡片的更多操作</translation>
    </message>
    <message>
        <source>Pinyin is hidden.</source>
        <translation>已隐藏拼音。</translation>
    </message>
    <message>
        <source>Pinyin is shown.</source>
        <translation>已显示拼音。</translation>
    </message>
    <message>
        <source>This card names no passage of a source.</source>
        <translation>这张卡片没有注明原文出处。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>A study day starts at</source>
        <translation>学习日开始于</translation>
    </message>
    <message>
        <source>Also Ctrl + and Ctrl −.</source>
        <translation>也可用 Ctrl + 和 Ctrl −。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backups are also made before each import and each removal.</source>
        <translation>每次导入和移除之前也会备份。</translation>
    </message>
    <message>
        <source>Brings in what you studied on another machine.</source>
        <translation>并入您在另一台电脑上的学习。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Compares every card with its review log, and checks the file.</source>
        <translation>逐张核对卡片与复习记录，并检查文件。</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Examine now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Fit to my memory</source>
        <translation>适应我的记忆</translation>
    </message>
    <message>
        <source>Fit…</source>
        <translation>调整…</translation>
    </message>
    <message>
        <source>Open deck files with a double click</source>
        <translation>双击打开牌组文件</translation>
    </message>
    <message>
        <source>The present collection is kept as a backup.</source>
        <translation>当前学习库会保留为备份。</translation>
    </message>
    <message>
        <source>How cards are asked</source>
        <translation>出题方式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Limits of {deck}</source>
        <translation>“{deck}”的上限</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge another…</source>
        <translation>合并另一个…</translation>
    </message>
    <message>
        <source>Of the window, not of the cards.</source>
        <translation>界面的语言，不影响卡片。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>系统时区</translation>
    </message>
    <message>
        <source>Those whose names end in .nqpf.yaml or .nqpf.zip, for you alone.</source>
        <translation>文件名以 .nqpf.yaml 或 .nqpf.zip 结尾的文件，仅对您有效。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>What you study later at night still counts for the day before.</source>
        <translation>此时之前的深夜学习仍算前一天。</translation>
    </message>
    <message>
        <source>Works out from your reviews how long you remember, and schedules by it.</source>
        <translation>根据您的复习推算您能记多久，并据此安排。</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>您的数据</translation>
    </message>
</context>
<context>
    <name>SetupDialog</name>
    <message>
        <source>A test changes nothing: no card comes earlier or later because of it.</source>
        <translation>测验不改变任何安排：卡片不会因此提前或推迟。</translation>
    </message>
    <message>
        <source>All, or what stands in them</source>
        <translation>全部，或其中的词语</translation>
    </message>
    <message>
        <source>Cards that a search finds</source>
        <translation>搜索到的卡片</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>How they are asked</source>
        <translation>出题方式</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>纸上测验…</translation>
    </message>
    <message>
        <source>Practice test</source>
        <translation>模拟测验</translation>
    </message>
    <message>
        <source>Questions, at most</source>
        <translation>最多题数</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>开始测验</translation>
    </message>
    <message>
        <source>The forms take turns</source>
        <translation>各种方式轮流</translation>
    </message>
    <message>
        <source>The questions with room for the answers, and the key</source>
        <translation>题目留有作答空间，并附答案</translation>
    </message>
    <message>
        <source>There are no decks yet: open a deck file first.</source>
        <translation>还没有牌组：请先打开牌组文件。</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>学习</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Practice test</source>
        <translation>模拟测验</translation>
    </message>
    <message>
        <source>Studying</source>
        <translation>学习</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>After a hint, Hard is the best rating for this card.</source>
        <translation>看过提示后，这张卡片最高只能评为“困难”。</translation>
    </message>
    <message>
        <source>Flagged. F takes the flag off.</source>
        <translation>已标记。按 F 取消标记。</translation>
    </message>
    <message>
        <source>Buried until tomorrow. Z undoes it.</source>
        <translation>已搁置到明天。按 Z 撤销。</translation>
    </message>
    <message>
        <source>Suspended: it is not asked until resumed. Z undoes it.</source>
        <translation>已暂停：恢复之前不再出题。按 Z 撤销。</translation>
    </message>
    <message>
        <source>The flag is off.</source>
        <translation>标记已取消。</translation>
    </message>
    <message>
        <source>{word}, proposed: comes back in {wait}</source>
        <translation>{word}（建议）：{wait}后再次出现</translation>
    </message>
    <message>
        <source>{word}: comes back in {wait}</source>
        <translation>{word}：{wait}后再次出现</translation>
    </message>
</context>
<context>
    <name>Sittings</name>
    <message>
        <source>No card comes in the next {n} days.</source>
        <translation>未来 {n} 天没有卡片。</translation>
    </message>
    <message>
        <source>No card comes tomorrow.</source>
        <translation>明天没有卡片。</translation>
    </message>
    <message>
        <source>Studying ahead: the cards of the next {n} days. What you grade counts.</source>
        <translation>提前学习：未来 {n} 天的卡片。评分会计入进度。</translation>
    </message>
    <message>
        <source>Studying ahead: tomorrow&apos;s cards, asked today. What you grade counts.</source>
        <translation>提前学习：今天学明天的卡片。评分会计入进度。</translation>
    </message>
</context>
<context>
    <name>SlippingPanel</name>
    <message>
        <source>1 card was forgotten again and again.</source>
        <translation>有 1 张卡片反复遗忘。</translation>
    </message>
    <message>
        <source>Cards that keep slipping</source>
        <translation>反复遗忘的卡片</translation>
    </message>
    <message>
        <source>Show them in Browse</source>
        <translation>在浏览页显示</translation>
    </message>
    <message>
        <source>Suspended: the card is not asked until you resume it. Ctrl+Z undoes it.</source>
        <translation>已暂停：恢复之前不再出题。按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>The card is asked again.</source>
        <translation>这张卡片恢复出题。</translation>
    </message>
    <message>
        <source>They go on being asked. Often another card is in the way: read both.</source>
        <translation>它们照常出题。往往是与另一张卡片混淆：请对照两张。</translation>
    </message>
    <message>
        <source>{n} cards were forgotten again and again.</source>
        <translation>有 {n} 张卡片反复遗忘。</translation>
    </message>
</context>
<context>
    <name>SlippingRow</name>
    <message>
        <source>Open its source</source>
        <translation>打开原文</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>显示卡片</translation>
    </message>
    <message>
        <source>Show what it is confused with</source>
        <translation>显示与它混淆的卡片</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Sources</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Source of the card</source>
        <translation>卡片的原文</translation>
    </message>
    <message>
        <source>This card names no passage.</source>
        <translation>这张卡片没有注明出处。</translation>
    </message>
    <message>
        <source>{n} passages</source>
        <translation>{n} 段出处</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>Text of the source</source>
        <translation>原文正文</translation>
    </message>
</context>
<context>
    <name>SourcesModel</name>
    <message>
        <source>1 passage</source>
        <translation>1 段出处</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>no passages</source>
        <translation>没有出处</translation>
    </message>
    <message>
        <source>{n} passages</source>
        <translation>{n} 段出处</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Opening the source</source>
        <translation>正在打开原文</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>The documents that the cards rest on. Enter opens one.</source>
        <translation>卡片所依据的文献。按 Enter 打开。</translation>
    </message>
    <message>
        <source>There are no sources yet: they come with the decks that quote them.</source>
        <translation>还没有原文：它们随引用它们的牌组一起加入。</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>1 way to go on</source>
        <translation>1 种写法</translation>
    </message>
    <message>
        <source>Ways to go on</source>
        <translation>可以接着写</translation>
    </message>
    <message>
        <source>{n} ways to go on</source>
        <translation>{n} 种写法</translation>
    </message>
</context>
<context>
    <name>TagChoice</name>
    <message>
        <source>1 note</source>
        <translation>1 条笔记</translation>
    </message>
    <message>
        <source>Enter marks the first one</source>
        <translation>按回车标记第一个</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags: any, or none</source>
        <translation>标签：不限</translation>
    </message>
    <message>
        <source>Tags: cards with any of the {n} that are marked</source>
        <translation>标签：带有所选 {n} 个标签之一的卡片</translation>
    </message>
    <message>
        <source>Tags: cards with the one that is marked</source>
        <translation>标签：带有所选标签的卡片</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 条笔记</translation>
    </message>
    <message>
        <source>{tag}: {notes}</source>
        <translation>{tag}：{notes}</translation>
    </message>
    <message>
        <source>{tag}: {notes}, yours</source>
        <translation>{tag}：{notes}，您的</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>A tag is on a note, with all of its cards. The tags of the deck file stay as they are.</source>
        <translation>标签属于笔记，对它的所有卡片都有效。牌组文件自带的标签不会改变。</translation>
    </message>
    <message>
        <source>Enter adds them to the list</source>
        <translation>按回车键加入列表</translation>
    </message>
    <message>
        <source>New tags, apart by spaces</source>
        <translation>新标签，用空格隔开</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags are words of your own, such as exam. Searching for tag:exam finds them.</source>
        <translation>标签是您自己的词，例如“考试”。搜索 tag:考试 就能找到它们。</translation>
    </message>
    <message>
        <source>Tags of 1 note</source>
        <translation>1 条笔记的标签</translation>
    </message>
    <message>
        <source>Tags of {n} notes</source>
        <translation>{n} 条笔记的标签</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>您的标签</translation>
    </message>
</context>
<context>
    <name>TermsModel</name>
    <message>
        <source>Also: {wordings}</source>
        <translation>又作：{wordings}</translation>
    </message>
</context>
<context>
    <name>TimelineLook</name>
    <message>
        <source>1 event has no date: it stands in the list only.</source>
        <translation>有 1 个事件没有日期：只列在列表中。</translation>
    </message>
    <message>
        <source>Let a month fill the height</source>
        <translation>一屏显示一个月</translation>
    </message>
    <message>
        <source>Let a year fill the height</source>
        <translation>一屏显示一年</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>No deck has events yet. They come from notes of the kind “event”.</source>
        <translation>还没有牌组含有事件。事件来自类型为“event”的笔记。</translation>
    </message>
    <message>
        <source>Show all events in as little room as can be (0)</source>
        <translation>尽量紧凑地显示全部事件 (0)</translation>
    </message>
    <message>
        <source>Show less time (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Show more time (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>Shows the events as a list</source>
        <translation>以列表显示事件</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>{n} events have no date: they stand in the list only.</source>
        <translation>有 {n} 个事件没有日期：只列在列表中。</translation>
    </message>
    <message>
        <source>{n} events; the list beside holds the same.</source>
        <translation>{n} 个事件；旁边的列表内容相同。</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>TopLine</name>
    <message>
        <source>End (Esc)</source>
        <translation>结束 (Esc)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>aim {share}</source>
        <translation>目标 {share}</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>1 point</source>
        <translation>1 分</translation>
    </message>
    <message>
        <source>Partly right</source>
        <translation>部分正确</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>half a point</source>
        <translation>半分</translation>
    </message>
    <message>
        <source>no point</source>
        <translation>0 分</translation>
    </message>
</context>
<context>
    <name>TypedPart</name>
    <message>
        <source>Type the answer</source>
        <translation>输入答案</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的答案</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Redoing</source>
        <translation>正在重做</translation>
    </message>
    <message>
        <source>That was stopped. Nothing was changed.</source>
        <translation>已停止，没有任何改动。</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>正在撤销</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
</context>
<context>
    <name>Weighing</name>
    <message>
        <source>What it costs</source>
        <translation>需要多少复习</translation>
    </message>
    <message>
        <source>Working out what each choice costs</source>
        <translation>正在计算每种选择需要多少复习</translation>
    </message>
    <message>
        <source>Working out what each choice costs…</source>
        <translation>正在计算每种选择需要多少复习…</translation>
    </message>
</context>
<context>
    <name>Written</name>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>The system can&apos;t open it. It is here: {path}</source>
        <translation>系统无法打开。它在这里：{path}</translation>
    </message>
</context>
<context>
    <name>WrittenPart</name>
    <message>
        <source>You wrote</source>
        <translation>您写的是</translation>
    </message>
</context>
<context>
    <name>_AnswerPart</name>
    <message>
        <source>Also worded: {variants}</source>
        <translation>又作：{variants}</translation>
    </message>
    <message>
        <source>As of {date}</source>
        <translation>截至 {date}</translation>
    </message>
    <message>
        <source>How it follows: {derived}</source>
        <translation>推导：{derived}</translation>
    </message>
</context>
<context>
    <name>accessible</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>asking</name>
    <message>
        <source>A choice while a card is new, from memory once you know it.</source>
        <translation>新卡片用选择题，掌握后凭记忆作答。</translation>
    </message>
    <message>
        <source>By choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>By choice until known</source>
        <translation>掌握前用选择题</translation>
    </message>
    <message>
        <source>By listing</source>
        <translation>列举</translation>
    </message>
    <message>
        <source>By matching</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>By order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>By typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Easy while a card is new, harder as it settles.</source>
        <translation>新卡片出得容易，记牢后逐渐变难。</translation>
    </message>
    <message>
        <source>From memory</source>
        <translation>凭记忆</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>填空</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列举</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>Mostly right</source>
        <translation>大部分正确</translation>
    </message>
    <message>
        <source>Nearly right, with slips</source>
        <translation>接近正确，有小错</translation>
    </message>
    <message>
        <source>Not in this order</source>
        <translation>顺序不对</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>不正确</translation>
    </message>
    <message>
        <source>Not right: that is the answer to another card</source>
        <translation>不正确：那是另一张卡片的答案</translation>
    </message>
    <message>
        <source>Nothing was given</source>
        <translation>没有作答</translation>
    </message>
    <message>
        <source>Only partly right</source>
        <translation>只有一部分正确</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Right but for a slip of the keys</source>
        <translation>正确，只是有个别错字</translation>
    </message>
    <message>
        <source>Right but for a small word</source>
        <translation>正确，只差一个虚词</translation>
    </message>
    <message>
        <source>Right but for capitals, punctuation or accents</source>
        <translation>正确，只是大小写、标点或重音符号不同</translation>
    </message>
    <message>
        <source>Right but for the tones</source>
        <translation>正确，只是声调不同</translation>
    </message>
    <message>
        <source>Right, in another order</source>
        <translation>正确，只是顺序不同</translation>
    </message>
    <message>
        <source>Right, in another spelling</source>
        <translation>正确，只是拼写不同</translation>
    </message>
    <message>
        <source>Right, in pinyin</source>
        <translation>正确，用的是拼音</translation>
    </message>
    <message>
        <source>Right, in pinyin without its tones</source>
        <translation>正确，用的是不带声调的拼音</translation>
    </message>
    <message>
        <source>Right, in the other Chinese script</source>
        <translation>正确，用的是另一种字体（简体或繁体）</translation>
    </message>
    <message>
        <source>Right, with its figures written another way</source>
        <translation>正确，只是数字写法不同</translation>
    </message>
    <message>
        <source>Right: another wording that counts</source>
        <translation>正确：另一种可接受的说法</translation>
    </message>
    <message>
        <source>The answer is in it, with more than was asked for</source>
        <translation>包含答案，但写了多余的内容</translation>
    </message>
    <message>
        <source>The one that fits</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>This card&apos;s pair is right, another one is not</source>
        <translation>这张卡片的配对正确，另有一对不正确</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>You answer in your head, then look.</source>
        <translation>在心里作答，然后查看答案。</translation>
    </message>
    <message>
        <source>You name the members of lists one by one. Other cards come from memory.</source>
        <translation>逐项列出清单的各项。其他卡片凭记忆作答。</translation>
    </message>
    <message>
        <source>You pick the answer among others that are near to it.</source>
        <translation>从相近的选项中选出答案。</translation>
    </message>
    <message>
        <source>You put lists in their order. Other cards come from memory.</source>
        <translation>把清单按顺序排好。其他卡片凭记忆作答。</translation>
    </message>
    <message>
        <source>You put three or four answers to their questions.</source>
        <translation>把三四个答案与问题配对。</translation>
    </message>
    <message>
        <source>You write the answer; small slips are forgiven. Long answers come from memory.</source>
        <translation>写出答案；小错不计。较长的答案凭记忆作答。</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>nearly</source>
        <translation>接近</translation>
    </message>
    <message>
        <source>not on the list</source>
        <translation>不在清单中</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>不正确</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>said before</source>
        <translation>已经写过</translation>
    </message>
    <message>
        <source>{form}, because the card is new</source>
        <translation>{form}：因为是新卡片</translation>
    </message>
    <message>
        <source>{form}, because you are still learning the card</source>
        <translation>{form}：因为您还在学习这张卡片</translation>
    </message>
    <message>
        <source>{form}, because you know the card well</source>
        <translation>{form}：因为您已熟记这张卡片</translation>
    </message>
    <message>
        <source>{form}, because you remember the card for weeks</source>
        <translation>{form}：因为您能记住这张卡片数周</translation>
    </message>
    <message>
        <source>{form}: no other way suits this card</source>
        <translation>{form}：这张卡片不适合其他方式</translation>
    </message>
    <message>
        <source>{form}: the way you chose does not suit this card</source>
        <translation>{form}：您选的方式不适合这张卡片</translation>
    </message>
</context>
<context>
    <name>backlog</name>
    <message>
        <source>1 card a day</source>
        <translation>每天 1 张</translation>
    </message>
    <message>
        <source>1 card has waited, since {date}. It would still be remembered with {share}.</source>
        <translation>有 1 张卡片自{date}起积压，现在仍记得的可能性为 {share}。</translation>
    </message>
    <message>
        <source>1 card still waits</source>
        <translation>还积压 1 张卡片</translation>
    </message>
    <message>
        <source>1 card today</source>
        <translation>今天 1 张</translation>
    </message>
    <message>
        <source>All now</source>
        <translation>现在全部学完</translation>
    </message>
    <message>
        <source>Over {n} days</source>
        <translation>分摊到 {n} 天</translation>
    </message>
    <message>
        <source>{left}; you chose to go through all of them today.</source>
        <translation>{left}；您选择今天全部学完。</translation>
    </message>
    <message>
        <source>{left}; you spread them over {days} days, until {date}. {now} of them today.</source>
        <translation>{left}；您把它们分摊到 {days} 天，至{date}为止。其中今天 {now} 张。</translation>
    </message>
    <message>
        <source>{n} cards a day</source>
        <translation>每天 {n} 张</translation>
    </message>
    <message>
        <source>{n} cards have waited, the first since {date}. About {share} of them would still be remembered today.</source>
        <translation>有 {n} 张卡片积压，最早的从{date}开始。今天大约还记得其中的 {share}。</translation>
    </message>
    <message>
        <source>{n} cards still wait</source>
        <translation>还积压 {n} 张卡片</translation>
    </message>
    <message>
        <source>{n} cards today</source>
        <translation>今天 {n} 张</translation>
    </message>
    <message>
        <source>{share} remembered</source>
        <translation>记得 {share}</translation>
    </message>
</context>
<context>
    <name>below</name>
    <message>
        <source>* or &amp; begins a text</source>
        <translation>文本以 * 或 &amp; 开头</translation>
    </message>
    <message>
        <source>A backlog can be spread over 1 to {most_days} days.</source>
        <translation>积压的卡片可分摊到 1 至 {most_days} 天。</translation>
    </message>
    <message>
        <source>A deck needs a title.</source>
        <translation>牌组需要标题。</translation>
    </message>
    <message>
        <source>A name has at most {most} characters.</source>
        <translation>名称最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>A saved search needs a name.</source>
        <translation>保存的搜索需要一个名称。</translation>
    </message>
    <message>
        <source>Add and take out members in the file itself.</source>
        <translation>请在文件中增删成员。</translation>
    </message>
    <message>
        <source>Allow writing to its folder, or choose another data folder with --home.</source>
        <translation>请允许写入所在文件夹，或用 --home 另选数据文件夹。</translation>
    </message>
    <message>
        <source>Also worded: {variants}</source>
        <translation>又作：{variants}</translation>
    </message>
    <message>
        <source>An exam lies at least a day ahead, and at most three years.</source>
        <translation>考试日期须在一天之后、三年之内。</translation>
    </message>
    <message>
        <source>An exam&apos;s target is a share from 0.5 to 0.99.</source>
        <translation>考试目标须为 0.5 到 0.99 之间的比例。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>As of {date}</source>
        <translation>截至 {date}</translation>
    </message>
    <message>
        <source>Ask whoever made it to pack it again.</source>
        <translation>请让制作者重新打包。</translation>
    </message>
    <message>
        <source>Author: {author}</source>
        <translation>作者：{author}</translation>
    </message>
    <message>
        <source>By theme</source>
        <translation>按主题</translation>
    </message>
    <message>
        <source>Card {id} is not where its log puts it.</source>
        <translation>卡片 {id} 与其复习记录不一致。</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Change it in the file itself.</source>
        <translation>请在文件中修改。</translation>
    </message>
    <message>
        <source>Change its permissions, or edit a copy of it and import that.</source>
        <translation>请更改文件权限，或者编辑它的副本并导入副本。</translation>
    </message>
    <message>
        <source>Check the disk and the data folder, then try again.</source>
        <translation>请检查磁盘和数据文件夹，然后重试。</translation>
    </message>
    <message>
        <source>Choose a folder of your own.</source>
        <translation>请选择您自己的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to and that has space left.</source>
        <translation>请选择可以写入且有剩余空间的文件夹。</translation>
    </message>
    <message>
        <source>Choose another data folder with --home. {restore}</source>
        <translation>请用 --home 另选数据文件夹。{restore}</translation>
    </message>
    <message>
        <source>Choose another folder or another title.</source>
        <translation>请另选文件夹或另取标题。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请另选位置。</translation>
    </message>
    <message>
        <source>Choose its file.</source>
        <translation>请选择它的文件。</translation>
    </message>
    <message>
        <source>Choose the file of “{deck}”.</source>
        <translation>请选择“{deck}”的文件。</translation>
    </message>
    <message>
        <source>Choose the file where it is now.</source>
        <translation>请选择文件现在的位置。</translation>
    </message>
    <message>
        <source>Close the other one, then try again.</source>
        <translation>请关闭另一个，然后重试。</translation>
    </message>
    <message>
        <source>Deck “{deck}” has no cards to reckon with.</source>
        <translation>牌组“{deck}”没有可供估算的卡片。</translation>
    </message>
    <message>
        <source>Deck “{deck}” has no exam.</source>
        <translation>牌组“{deck}”没有考试。</translation>
    </message>
    <message>
        <source>Fitting needs the package fsrs-rs-python, which is not installed here.</source>
        <translation>拟合需要 fsrs-rs-python 包，此处没有安装。</translation>
    </message>
    <message>
        <source>Free some space, then go on.</source>
        <translation>请腾出一些空间，然后继续。</translation>
    </message>
    <message>
        <source>Give a date: nqpf-study exam DECK --date DATE.</source>
        <translation>请给出日期：nqpf-study exam 牌组 --date 日期。</translation>
    </message>
    <message>
        <source>Give it one, such as Our harbour.</source>
        <translation>请取一个，例如“我们的港口”。</translation>
    </message>
    <message>
        <source>Given: {given}</source>
        <translation>回答：{given}</translation>
    </message>
    <message>
        <source>How it follows: {derived}</source>
        <translation>如何得出：{derived}</translation>
    </message>
    <message>
        <source>Import the file as it is now; then edit the card.</source>
        <translation>请先导入文件现在的内容，再编辑卡片。</translation>
    </message>
    <message>
        <source>Install it beside the program: pip install &apos;nqpf-study[fit]&apos;.</source>
        <translation>请安装：pip install &apos;nqpf-study[fit]&apos;。</translation>
    </message>
    <message>
        <source>Install the newest version.</source>
        <translation>请安装最新版本。</translation>
    </message>
    <message>
        <source>Install the program again, or bring the changed files back.</source>
        <translation>请重新安装程序，或把改动过的文件恢复原样。</translation>
    </message>
    <message>
        <source>It is not known which file “{deck}” came from.</source>
        <translation>不知道“{deck}”来自哪个文件。</translation>
    </message>
    <message>
        <source>Its review log tells what it was.</source>
        <translation>复习记录中仍有原来的内容。</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>许可：{licence}</translation>
    </message>
    <message>
        <source>Log entry {id} is not as it was written.</source>
        <translation>记录 {id} 与写入时不一致。</translation>
    </message>
    <message>
        <source>Members of `{name}` have cards of their own.</source>
        <translation>`{name}` 的成员有自己的卡片。</translation>
    </message>
    <message>
        <source>Mend the file first; a check lists what is wrong with it.</source>
        <translation>请先改正文件；检查会列出其中的问题。</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>没答对的</translation>
    </message>
    <message>
        <source>Name a file that ends in .html or .txt.</source>
        <translation>请指定以 .html 或 .txt 结尾的文件。</translation>
    </message>
    <message>
        <source>Name and date:</source>
        <translation>姓名和日期：</translation>
    </message>
    <message>
        <source>No parameters could be fitted ({error}).</source>
        <translation>无法拟合参数（{error}）。</translation>
    </message>
    <message>
        <source>Note {id} is not as it was imported.</source>
        <translation>笔记 {id} 与导入时不一致。</translation>
    </message>
    <message>
        <source>Nothing is late: there is no backlog to spread.</source>
        <translation>没有逾期的卡片：不需要分摊。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Nothing was packed.</source>
        <translation>没有打包任何内容。</translation>
    </message>
    <message>
        <source>Nothing was unpacked.</source>
        <translation>没有解包任何内容。</translation>
    </message>
    <message>
        <source>Nothing was written to it.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>One of them is damaged. Run `nqpf-study doctor` on both.</source>
        <translation>其中一个已损坏。请分别运行 `nqpf-study doctor`。</translation>
    </message>
    <message>
        <source>Only the window writes PDFs.</source>
        <translation>只有窗口能生成 PDF。</translation>
    </message>
    <message>
        <source>Open it once where it can be written to.</source>
        <translation>请先在可写入的位置打开一次。</translation>
    </message>
    <message>
        <source>Practice test</source>
        <translation>模拟测验</translation>
    </message>
    <message>
        <source>Put {name} where the deck names it, and pack it again.</source>
        <translation>请把 {name} 放到牌组所写的位置，再重新打包。</translation>
    </message>
    <message>
        <source>Rebuild the cards from the log: nqpf-study doctor --repair.</source>
        <translation>请根据复习记录重建卡片：nqpf-study doctor --repair。</translation>
    </message>
    <message>
        <source>Restore a backup; on the command line: nqpf-study restore.</source>
        <translation>请恢复备份；命令行：nqpf-study restore。</translation>
    </message>
    <message>
        <source>Restore it from one of its backups first: nqpf-study restore.</source>
        <translation>请先从备份恢复：nqpf-study restore。</translation>
    </message>
    <message>
        <source>Right: {answer}</source>
        <translation>正确：{answer}</translation>
    </message>
    <message>
        <source>Scheduling goes on with the usual parameters.</source>
        <translation>继续使用默认参数安排复习。</translation>
    </message>
    <message>
        <source>See whether there is room in {folder}.</source>
        <translation>请查看 {folder} 是否还有空间。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短一些。</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Study on: until then the usual parameters are the best guess.</source>
        <translation>请继续学习：在此之前，默认参数是最好的估计。</translation>
    </message>
    <message>
        <source>Such decks are not edited here: the next version would bring its own text again. Write what you miss into a deck of your own (File &gt; New deck file).</source>
        <translation>这样的牌组不在这里编辑：下一个版本会再次带来它自己的文字。请把缺少的内容写进自己的牌组（文件 &gt; 新建牌组文件）。</translation>
    </message>
    <message>
        <source>Tag “{tag}” of note {id} is not as tags are written.</source>
        <translation>笔记 {id} 的标签“{tag}”写法不对。</translation>
    </message>
    <message>
        <source>That was undone already.</source>
        <translation>那一步已经撤销了。</translation>
    </message>
    <message>
        <source>The cards of a deck are not counted right.</source>
        <translation>某个牌组的卡片计数有误。</translation>
    </message>
    <message>
        <source>The collection {other} is damaged.</source>
        <translation>学习库 {other} 已损坏。</translation>
    </message>
    <message>
        <source>The collection {path} is an empty file.</source>
        <translation>学习库 {path} 是空文件。</translation>
    </message>
    <message>
        <source>The collection {path} is damaged.</source>
        <translation>学习库 {path} 已损坏。</translation>
    </message>
    <message>
        <source>The collection {path} is in use by another window or program.</source>
        <translation>学习库 {path} 正被另一个窗口或程序使用。</translation>
    </message>
    <message>
        <source>The collection {path} was made by a newer version of the program.</source>
        <translation>学习库 {path} 由更新版本的程序创建。</translation>
    </message>
    <message>
        <source>The collection {path} was made by an older version of the program.</source>
        <translation>学习库 {path} 由旧版本的程序创建。</translation>
    </message>
    <message>
        <source>The deck would have errors.</source>
        <translation>牌组会出现错误。</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full.</source>
        <translation>{path} 所在的磁盘已满。</translation>
    </message>
    <message>
        <source>The file is damaged: {said}.</source>
        <translation>文件已损坏：{said}。</translation>
    </message>
    <message>
        <source>The file of “{deck}” is not where it was: {path}</source>
        <translation>“{deck}”的文件不在原来的位置：{path}</translation>
    </message>
    <message>
        <source>The file would not say exactly this.</source>
        <translation>文件无法原样表达这些内容。</translation>
    </message>
    <message>
        <source>The flag of card {id} is not as flags are written.</source>
        <translation>卡片 {id} 的标记写法不对。</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be read: {strerror}.</source>
        <translation>无法读取文件夹 {folder}：{strerror}。</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be written: {strerror}.</source>
        <translation>无法写入文件夹 {folder}：{strerror}。</translation>
    </message>
    <message>
        <source>The names of deck files end in .yaml.</source>
        <translation>牌组文件名以 .yaml 结尾。</translation>
    </message>
    <message>
        <source>The parameters could not be judged ({error}).</source>
        <translation>无法评估参数（{error}）。</translation>
    </message>
    <message>
        <source>The search index does not hold the notes&apos; words.</source>
        <translation>搜索索引与笔记内容不一致。</translation>
    </message>
    <message>
        <source>The sources of the decks are not as they were published.</source>
        <translation>牌组的原文与发布时不一致。</translation>
    </message>
    <message>
        <source>The text holds a character that can&apos;t be written.</source>
        <translation>文字中有无法写入的字符。</translation>
    </message>
    <message>
        <source>The two collections tell differently of log entry {id}.</source>
        <translation>两个学习库对记录 {id} 的内容不一致。</translation>
    </message>
    <message>
        <source>There are more than {most_steps} learning steps in “{text}”.</source>
        <translation>“{text}”中的学习步骤超过 {most_steps} 个。</translation>
    </message>
    <message>
        <source>There are {n} reviews to learn from; a fit takes {enough}.</source>
        <translation>目前有 {n} 次复习可供参考；至少需要 {enough} 次。</translation>
    </message>
    <message>
        <source>There is a file {name} in {parent} already.</source>
        <translation>{parent} 中已有文件 {name}。</translation>
    </message>
    <message>
        <source>There is a search “{name}” already.</source>
        <translation>已有名为“{name}”的搜索。</translation>
    </message>
    <message>
        <source>There is no collection at {other}.</source>
        <translation>{other} 没有学习库。</translation>
    </message>
    <message>
        <source>There is no collection at {path} yet.</source>
        <translation>{path} 还没有学习库。</translation>
    </message>
    <message>
        <source>There is no deck file in {folder}.</source>
        <translation>{folder} 中没有牌组文件。</translation>
    </message>
    <message>
        <source>There is no deck “{deck_id}” in the collection.</source>
        <translation>学习库中没有牌组“{deck_id}”。</translation>
    </message>
    <message>
        <source>There is no deck “{deck}” in the collection.</source>
        <translation>学习库中没有牌组“{deck}”。</translation>
    </message>
    <message>
        <source>There is no deck “{id}” in the collection.</source>
        <translation>学习库中没有牌组“{id}”。</translation>
    </message>
    <message>
        <source>There is no note “{note}” in the file.</source>
        <translation>文件中没有笔记“{note}”。</translation>
    </message>
    <message>
        <source>There is no search to save.</source>
        <translation>没有可保存的搜索。</translation>
    </message>
    <message>
        <source>There is no source “{source_id}” in the collection.</source>
        <translation>学习库中没有原文“{source_id}”。</translation>
    </message>
    <message>
        <source>There is no time zone “{name}”.</source>
        <translation>没有时区“{name}”。</translation>
    </message>
    <message>
        <source>Type one, then save it.</source>
        <translation>请先输入搜索内容，再保存。</translation>
    </message>
    <message>
        <source>Use a name such as Europe/Berlin.</source>
        <translation>请使用如 Asia/Shanghai 的名称。</translation>
    </message>
    <message>
        <source>What is kept of a card&apos;s memory is damaged.</source>
        <translation>一张卡片的记忆数据已损坏。</translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation>此前保存的内容是安全的。</translation>
    </message>
    <message>
        <source>What was set then was set otherwise since, and is left as it is.</source>
        <translation>当时的设置在此之后已被另行更改，现保持原样。</translation>
    </message>
    <message>
        <source>Which answer belongs to which question?</source>
        <translation>哪个答案对应哪个问题？</translation>
    </message>
    <message>
        <source>Write durations such as 1m 10m 1d (s, m, h or d), 100 days at most.</source>
        <translation>请写时长，如 1m 10m 1d（s 秒、m 分、h 时、d 天），最长 100 天。</translation>
    </message>
    <message>
        <source>Your backups are not touched.</source>
        <translation>您的备份没有改动。</translation>
    </message>
    <message>
        <source>`&lt;&lt;` is not used in deck files</source>
        <translation>牌组文件中不使用 `&lt;&lt;`</translation>
    </message>
    <message>
        <source>`format` is empty</source>
        <translation>`format` 为空</translation>
    </message>
    <message>
        <source>`format` must be a number</source>
        <translation>`format` 必须是数字</translation>
    </message>
    <message>
        <source>`until` ({last}) is before `date` ({first})</source>
        <translation>`until`（{last}）早于 `date`（{first}）</translation>
    </message>
    <message>
        <source>`waive` must be a mapping of codes to reasons</source>
        <translation>`waive` 必须是“代码: 理由”的映射</translation>
    </message>
    <message>
        <source>`{name}` has a member without text</source>
        <translation>`{name}` 中有一项没有文字</translation>
    </message>
    <message>
        <source>`{name}` is empty</source>
        <translation>`{name}` 为空</translation>
    </message>
    <message>
        <source>`{name}` is written in a way that can&apos;t be changed here.</source>
        <translation>`{name}` 的写法无法在这里修改。</translation>
    </message>
    <message>
        <source>`{name}` must be a date, not “{value}”</source>
        <translation>`{name}` 必须是日期，不能是“{value}”</translation>
    </message>
    <message>
        <source>`{name}` must be a language tag, not “{value}”</source>
        <translation>`{name}` 必须是语言代码，不能是“{value}”</translation>
    </message>
    <message>
        <source>`{name}` must be a list</source>
        <translation>`{name}` 必须是列表</translation>
    </message>
    <message>
        <source>`{name}` must be a whole number, not “{value}”</source>
        <translation>`{name}` 必须是整数，不能是“{value}”</translation>
    </message>
    <message>
        <source>`{name}` must be text</source>
        <translation>`{name}` 必须是文本</translation>
    </message>
    <message>
        <source>`{name}` must be true or false, not “{value}”</source>
        <translation>`{name}` 必须是 true 或 false，不能是“{value}”</translation>
    </message>
    <message>
        <source>`{text}` stands here a second time</source>
        <translation>`{text}` 在此重复出现</translation>
    </message>
    <message>
        <source>a backslash in double quotes is followed by a character that means nothing</source>
        <translation>双引号中的反斜杠后跟了没有意义的字符</translation>
    </message>
    <message>
        <source>a basic note asks for a single answer</source>
        <translation>单个答案请用 basic 笔记</translation>
    </message>
    <message>
        <source>a colon stands where none can</source>
        <translation>冒号出现在不该有的位置</translation>
    </message>
    <message>
        <source>a colon with a space after it stands where no field can begin</source>
        <translation>此处不能开始新字段，却有带空格的冒号</translation>
    </message>
    <message>
        <source>a coverage file</source>
        <translation>覆盖文件</translation>
    </message>
    <message>
        <source>a deck file</source>
        <translation>牌组文件</translation>
    </message>
    <message>
        <source>a field name is missing before the colon</source>
        <translation>冒号前缺少字段名</translation>
    </message>
    <message>
        <source>a field name without a colon, or a text that is not indented</source>
        <translation>字段名后缺少冒号，或文本没有缩进</translation>
    </message>
    <message>
        <source>a gap is {{c1::hidden}} or {{c1::hidden::hint}}</source>
        <translation>填空写作 {{c1::hidden}} 或 {{c1::hidden::hint}}</translation>
    </message>
    <message>
        <source>a line begins with %</source>
        <translation>有一行以 % 开头</translation>
    </message>
    <message>
        <source>a line of three dashes or dots stands inside a quoted text</source>
        <translation>引号内的文本中有一行三个连字符或三个点</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a list cannot begin in this place</source>
        <translation>列表不能从此处开始</translation>
    </message>
    <message>
        <source>a list goes on without a dash</source>
        <translation>列表项缺少连字符</translation>
    </message>
    <message>
        <source>a list in brackets is not closed</source>
        <translation>方括号列表没有结束</translation>
    </message>
    <message>
        <source>a list or mapping stands where a field name belongs</source>
        <translation>应为字段名的位置是列表或映射</translation>
    </message>
    <message>
        <source>a manifest</source>
        <translation>清单文件</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>a member of `{name}`</source>
        <translation>`{name}` 中的一项</translation>
    </message>
    <message>
        <source>a member with `{there}` needs `{lacks}` too</source>
        <translation>含有 `{there}` 的项还需要 `{lacks}`</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>a passage</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>a question mark with a space after it begins no text</source>
        <translation>文本不能以问号加空格开头</translation>
    </message>
    <message>
        <source>a second document begins here</source>
        <translation>此处开始了第二个文档</translation>
    </message>
    <message>
        <source>a sentence of the quotation is left out already</source>
        <translation>引文中有一句已被列为不需要</translation>
    </message>
    <message>
        <source>a source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>a tab stands where only spaces may</source>
        <translation>只能用空格的位置有制表符</translation>
    </message>
    <message>
        <source>a value begins with a mark that cannot begin one, or is missing</source>
        <translation>值的开头符号不对，或缺少值</translation>
    </message>
    <message>
        <source>add it to `tags` under `deck`</source>
        <translation>请把它加入 `deck` 下的 `tags`</translation>
    </message>
    <message>
        <source>after | or &gt; the text begins on the next line</source>
        <translation>| 或 &gt; 之后，文本应从下一行开始</translation>
    </message>
    <message>
        <source>after “…{read}” the source goes on “{goes_on}…”, not “{exact}”</source>
        <translation>在“…{read}”之后，原文接着是“{goes_on}…”，而不是“{exact}”</translation>
    </message>
    <message>
        <source>an entry of `left_out`</source>
        <translation>`left_out` 中的条目</translation>
    </message>
    <message>
        <source>an escape in double quotes stands for no character</source>
        <translation>双引号中的转义不代表任何字符</translation>
    </message>
    <message>
        <source>an id has lower-case letters, digits and hyphens</source>
        <translation>id 由小写字母、数字和连字符组成</translation>
    </message>
    <message>
        <source>an id has lower-case letters, digits and hyphens: {better}</source>
        <translation>id 由小写字母、数字和连字符组成：{better}</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>ask for the right to read it</source>
        <translation>请取得读取权限</translation>
    </message>
    <message>
        <source>ask in fewer words, or make two notes of it</source>
        <translation>请精简问题，或拆成两条笔记</translation>
    </message>
    <message>
        <source>ask without the words of the answer</source>
        <translation>提问时不要用答案中的词</translation>
    </message>
    <message>
        <source>begin each member with a dash</source>
        <translation>每一项以连字符开头</translation>
    </message>
    <message>
        <source>begin the list on a new line; put text that begins with a dash in quotes</source>
        <translation>列表请另起一行；以连字符开头的文本请加引号</translation>
    </message>
    <message>
        <source>bring the old file back or, if the change is meant, record sha256: {found}</source>
        <translation>请恢复旧文件；如果确实要改，请记录 sha256: {found}</translation>
    </message>
    <message>
        <source>bury 1 card</source>
        <translation>搁置 1 张卡片</translation>
    </message>
    <message>
        <source>bury {n} cards</source>
        <translation>搁置 {n} 张卡片</translation>
    </message>
    <message>
        <source>by the note {id}, in line {line}; say in each which text or case is meant</source>
        <translation>见第 {line} 行的笔记 {id}；请在各自的问题中说明指的是哪篇文本或哪种情况</translation>
    </message>
    <message>
        <source>cards rest on all of it</source>
        <translation>其中所有句子都已有卡片</translation>
    </message>
    <message>
        <source>cards that rest on it will say so</source>
        <translation>依据它的卡片会注明缺少原文</translation>
    </message>
    <message>
        <source>check its name</source>
        <translation>请检查文件名</translation>
    </message>
    <message>
        <source>check the indentation and the quotation marks of this line and those before</source>
        <translation>请检查本行及之前各行的缩进和引号</translation>
    </message>
    <message>
        <source>choice for the backlog</source>
        <translation>对积压的选择</translation>
    </message>
    <message>
        <source>close it, or put text that begins with [ or { in quotes</source>
        <translation>请补上括号；以 [ 或 { 开头的文本请加引号</translation>
    </message>
    <message>
        <source>close the quotation mark</source>
        <translation>请补上引号</translation>
    </message>
    <message>
        <source>close the quotation mark at the end of its own text</source>
        <translation>请在该文本的末尾补上引号</translation>
    </message>
    <message>
        <source>coverage file</source>
        <translation>覆盖文件</translation>
    </message>
    <message>
        <source>deck file</source>
        <translation>牌组文件</translation>
    </message>
    <message>
        <source>did you mean `{near}`?</source>
        <translation>是否指 `{near}`？</translation>
    </message>
    <message>
        <source>did you mean {near}?</source>
        <translation>是否指 {near}？</translation>
    </message>
    <message>
        <source>edit of “{note}”</source>
        <translation>编辑“{note}”</translation>
    </message>
    <message>
        <source>exam of “{deck}”</source>
        <translation>“{deck}”的考试日期</translation>
    </message>
    <message>
        <source>fill the fields that it is made of</source>
        <translation>请填写组成它的字段</translation>
    </message>
    <message>
        <source>fit to your memory</source>
        <translation>适应您的记忆</translation>
    </message>
    <message>
        <source>flag 1 card</source>
        <translation>标记 1 张卡片</translation>
    </message>
    <message>
        <source>flag {n} cards</source>
        <translation>标记 {n} 张卡片</translation>
    </message>
    <message>
        <source>for the card {names} there is too little to choose from</source>
        <translation>卡片{names}的备选答案太少</translation>
    </message>
    <message>
        <source>for the cards {names} there is too little to choose from</source>
        <translation>卡片{names}的备选答案太少</translation>
    </message>
    <message>
        <source>give an answer that is plainly wrong</source>
        <translation>请给出明显错误的选项</translation>
    </message>
    <message>
        <source>give {fewest_options} `distractors` or more; else it is asked from memory</source>
        <translation>请提供至少 {fewest_options} 个 `distractors`；否则将凭记忆作答</translation>
    </message>
    <message>
        <source>giving up the choice for the backlog</source>
        <translation>放弃对积压的选择</translation>
    </message>
    <message>
        <source>grade Again</source>
        <translation>评分“重来”</translation>
    </message>
    <message>
        <source>grade Easy</source>
        <translation>评分“简单”</translation>
    </message>
    <message>
        <source>grade Good</source>
        <translation>评分“良好”</translation>
    </message>
    <message>
        <source>grade Hard</source>
        <translation>评分“困难”</translation>
    </message>
    <message>
        <source>import of “{deck}”</source>
        <translation>导入“{deck}”</translation>
    </message>
    <message>
        <source>indent the further lines of a text more than its field name</source>
        <translation>文本的后续各行应比字段名缩进更多</translation>
    </message>
    <message>
        <source>indent with spaces</source>
        <translation>请用空格缩进</translation>
    </message>
    <message>
        <source>indent with spaces, not tabs; put text that begins with @, ` or % in quotes</source>
        <translation>请用空格而非制表符缩进；以 @、` 或 % 开头的文本请加引号</translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>it belongs to notes of the kind {names}; this is a {name}</source>
        <translation>它属于类型为 {names} 的笔记；这里是 {name}</translation>
    </message>
    <message>
        <source>it has more than {n} files</source>
        <translation>其中的文件超过 {n} 个</translation>
    </message>
    <message>
        <source>it holds {n} deck files</source>
        <translation>其中有 {n} 个牌组文件</translation>
    </message>
    <message>
        <source>it is damaged, or no ZIP file</source>
        <translation>它已损坏，或者不是 ZIP 文件</translation>
    </message>
    <message>
        <source>it is in {other}</source>
        <translation>它在 {other} 中</translation>
    </message>
    <message>
        <source>it is larger than {n} MB</source>
        <translation>它大于 {n} MB</translation>
    </message>
    <message>
        <source>join its words with hyphens</source>
        <translation>请用连字符连接各词</translation>
    </message>
    <message>
        <source>keep what is asked for, and put the rest under `remark`</source>
        <translation>只保留所问的内容，其余放到 `remark`</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>请删去</translation>
    </message>
    <message>
        <source>leave it out, or give it to the notes that it is meant for</source>
        <translation>请删去，或加到它所属的笔记上</translation>
    </message>
    <message>
        <source>leave it out; a file full of them is no text file</source>
        <translation>请删去；满是此类字符的文件不是文本文件</translation>
    </message>
    <message>
        <source>leave the %YAML line out</source>
        <translation>请删去 %YAML 行</translation>
    </message>
    <message>
        <source>leave the waiver out</source>
        <translation>请删去此豁免</translation>
    </message>
    <message>
        <source>limits of “{deck}”</source>
        <translation>“{deck}”的上限与学习步骤</translation>
    </message>
    <message>
        <source>line {line} of the source&apos;s file is no UTF-8</source>
        <translation>原文文件第 {line} 行不是 UTF-8</translation>
    </message>
    <message>
        <source>lists and mappings stand more than {deepest} deep</source>
        <translation>列表和映射的嵌套超过 {deepest} 层</translation>
    </message>
    <message>
        <source>little of the answer of the card “{name}” stands in a passage</source>
        <translation>卡片“{name}”的答案在出处中几乎找不到</translation>
    </message>
    <message>
        <source>mend the ones above first</source>
        <translation>请先修正上面的问题</translation>
    </message>
    <message>
        <source>no note has the tag “{tag}”</source>
        <translation>没有笔记带有标签“{tag}”</translation>
    </message>
    <message>
        <source>no text can begin with this character</source>
        <translation>文本不能以此字符开头</translation>
    </message>
    <message>
        <source>no warning `{text}` can be waived</source>
        <translation>没有可豁免的警告 `{text}`</translation>
    </message>
    <message>
        <source>nothing like it is there; copy the words from the source</source>
        <translation>原文中没有相近的文字；请从原文复制</translation>
    </message>
    <message>
        <source>one file holds one deck; put text that begins with --- in quotes</source>
        <translation>一个文件只含一个牌组；以 --- 开头的文本请加引号</translation>
    </message>
    <message>
        <source>one of its sources is called like a deck file</source>
        <translation>有一个来源的文件名与牌组文件相同</translation>
    </message>
    <message>
        <source>open a deck file (.yaml) or a deck package (.nqpf.zip)</source>
        <translation>请打开牌组文件（.yaml）或牌组包（.nqpf.zip）</translation>
    </message>
    <message>
        <source>passages of other decks that quote it may be lost; take another id if that is not meant</source>
        <translation>其他牌组对它的引用可能失效；如非本意，请另取 id</translation>
    </message>
    <message>
        <source>points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>put a text that holds # in quotes, and a comment on a line of its own</source>
        <translation>含有 # 的文本请加引号，注释请单独成行</translation>
    </message>
    <message>
        <source>put it beside this file and name it without .. or a drive</source>
        <translation>请把它放在本文件旁边，文件名不要带 .. 或盘符</translation>
    </message>
    <message>
        <source>put text that begins with ! in quotes</source>
        <translation>以 ! 开头的文本请加引号</translation>
    </message>
    <message>
        <source>put text that begins with % in quotes</source>
        <translation>以 % 开头的文本请加引号</translation>
    </message>
    <message>
        <source>put text that begins with &amp; in quotes</source>
        <translation>以 &amp; 开头的文本请加引号</translation>
    </message>
    <message>
        <source>put text that begins with * in quotes</source>
        <translation>以 * 开头的文本请加引号</translation>
    </message>
    <message>
        <source>put text that begins with * or &amp; in quotes</source>
        <translation>以 * 或 &amp; 开头的文本请加引号</translation>
    </message>
    <message>
        <source>put text that begins with a bracket, a comma or another such mark in quotes</source>
        <translation>以括号、逗号等符号开头的文本请加引号</translation>
    </message>
    <message>
        <source>put text that begins with a question mark in quotes</source>
        <translation>以问号开头的文本请加引号</translation>
    </message>
    <message>
        <source>put text that begins with | or &gt; in quotes</source>
        <translation>以 | 或 &gt; 开头的文本请加引号</translation>
    </message>
    <message>
        <source>put text that holds a colon in quotes</source>
        <translation>含有冒号的文本请加引号</translation>
    </message>
    <message>
        <source>put text that holds a colon in quotes, and check the indentation</source>
        <translation>含有冒号的文本请加引号，并检查缩进</translation>
    </message>
    <message>
        <source>put text that holds marks of YAML in quotes</source>
        <translation>含有 YAML 符号的文本请加引号</translation>
    </message>
    <message>
        <source>question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>题数</translation>
    </message>
    <message>
        <source>quote more, or add the words right before it as `prefix` or after it as `suffix`</source>
        <translation>请多引一些，或用 `prefix` 写上紧接在前的文字、用 `suffix` 写上紧接在后的文字</translation>
    </message>
    <message>
        <source>quote the shortest words that carry the answer, in two passages if need be</source>
        <translation>请引用包含答案的最短文字，必要时分为两处出处</translation>
    </message>
    <message>
        <source>quote the words of a source that its answer rests on</source>
        <translation>请引用答案所依据的原文</translation>
    </message>
    <message>
        <source>quote the words that say it, or tell under `derived` how the answer follows</source>
        <translation>请引用相应的原文，或在 `derived` 中说明答案如何得出</translation>
    </message>
    <message>
        <source>removal of “{deck}”</source>
        <translation>移除“{deck}”</translation>
    </message>
    <message>
        <source>remove the search “{name}”</source>
        <translation>移除搜索“{name}”</translation>
    </message>
    <message>
        <source>rename the search “{name}”</source>
        <translation>重命名搜索“{name}”</translation>
    </message>
    <message>
        <source>resume 1 card</source>
        <translation>恢复 1 张卡片</translation>
    </message>
    <message>
        <source>resume {n} cards</source>
        <translation>恢复 {n} 张卡片</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>请存为 UTF-8</translation>
    </message>
    <message>
        <source>save it as plain text with the encoding UTF-8</source>
        <translation>请存为 UTF-8 编码的纯文本</translation>
    </message>
    <message>
        <source>save the document as plain text with the encoding UTF-8</source>
        <translation>请把文档存为 UTF-8 编码的纯文本</translation>
    </message>
    <message>
        <source>save the file with the encoding UTF-8</source>
        <translation>请用 UTF-8 编码保存文件</translation>
    </message>
    <message>
        <source>save the search “{name}”</source>
        <translation>保存搜索“{name}”</translation>
    </message>
    <message>
        <source>say in a few words why the note is right as it is</source>
        <translation>请用几个字说明这条笔记为何没有问题</translation>
    </message>
    <message>
        <source>say whose word it is: “according to ...”, “the text calls ...”</source>
        <translation>请说明是谁的说法：“according to ...”“the text calls ...”</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>suspend 1 card</source>
        <translation>暂停 1 张卡片</translation>
    </message>
    <message>
        <source>suspend {n} cards</source>
        <translation>暂停 {n} 张卡片</translation>
    </message>
    <message>
        <source>tag 1 note</source>
        <translation>更改 1 条笔记的标签</translation>
    </message>
    <message>
        <source>tag {n} notes</source>
        <translation>更改 {n} 条笔记的标签</translation>
    </message>
    <message>
        <source>take the entry away</source>
        <translation>请删去此条目</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the alias `*{anchor}` is not used in deck files</source>
        <translation>牌组文件中不使用别名 `*{anchor}`</translation>
    </message>
    <message>
        <source>the anchor `&amp;{anchor}` is not used in deck files</source>
        <translation>牌组文件中不使用锚点 `&amp;{anchor}`</translation>
    </message>
    <message>
        <source>the answer of the card “{name}” has {told} words; more than {longest_answer} are hard to recall</source>
        <translation>卡片“{name}”的答案有 {told} 个词；超过 {longest_answer} 个就难以记忆</translation>
    </message>
    <message>
        <source>the byte {data} is no UTF-8</source>
        <translation>字节 {data} 不是 UTF-8</translation>
    </message>
    <message>
        <source>the card “{name}” has no {side}</source>
        <translation>卡片“{name}”没有{side}</translation>
    </message>
    <message>
        <source>the codes are {names}</source>
        <translation>可用的代码：{names}</translation>
    </message>
    <message>
        <source>the deck does not list the tag “{tag}”</source>
        <translation>牌组没有列出标签“{tag}”</translation>
    </message>
    <message>
        <source>the distractor “{distractor}” holds the right answer</source>
        <translation>干扰项“{distractor}”含有正确答案</translation>
    </message>
    <message>
        <source>the distractor “{distractor}” says what one before it says</source>
        <translation>干扰项“{distractor}”与前面的重复</translation>
    </message>
    <message>
        <source>the fields are {names}</source>
        <translation>可用的字段：{names}</translation>
    </message>
    <message>
        <source>the file asks for another version of YAML</source>
        <translation>文件要求其他版本的 YAML</translation>
    </message>
    <message>
        <source>the file ends inside a quoted text</source>
        <translation>文件在引号内的文本中结束</translation>
    </message>
    <message>
        <source>the file holds the character U+{ord}, which is no text</source>
        <translation>文件含有字符 U+{ord}，它不是文本</translation>
    </message>
    <message>
        <source>the file is no YAML that can be read</source>
        <translation>文件不是可读取的 YAML</translation>
    </message>
    <message>
        <source>the file is written in UTF-16</source>
        <translation>文件是 UTF-16 编码</translation>
    </message>
    <message>
        <source>the file {file} is not there</source>
        <translation>文件 {file} 不存在</translation>
    </message>
    <message>
        <source>the file {name} cannot be read: {why}</source>
        <translation>无法读取文件 {name}：{why}</translation>
    </message>
    <message>
        <source>the file {name} is larger than {size}</source>
        <translation>文件 {name} 大于 {size}</translation>
    </message>
    <message>
        <source>the file {name} may not be read</source>
        <translation>没有读取文件 {name} 的权限</translation>
    </message>
    <message>
        <source>the file {name} {state}</source>
        <translation>文件 {name} {state}</translation>
    </message>
    <message>
        <source>the file “{name}” is not in this folder or below it</source>
        <translation>文件“{name}”不在本文件夹或其子文件夹中</translation>
    </message>
    <message>
        <source>the first is in line {lines}</source>
        <translation>第一个在第 {lines} 行</translation>
    </message>
    <message>
        <source>the first is in line {line}</source>
        <translation>第一个在第 {line} 行</translation>
    </message>
    <message>
        <source>the first is in line {taken}</source>
        <translation>第一个在第 {taken} 行</translation>
    </message>
    <message>
        <source>the kinds are {names}</source>
        <translation>可用的类型：{names}</translation>
    </message>
    <message>
        <source>the list that the card “{name}” asks for has one member only</source>
        <translation>卡片“{name}”所问的列表只有一项</translation>
    </message>
    <message>
        <source>the member id `{id}` is taken</source>
        <translation>成员 id `{id}` 已被使用</translation>
    </message>
    <message>
        <source>the member “{answer}” stands in no passage</source>
        <translation>“{answer}”这一项不在任何出处中</translation>
    </message>
    <message>
        <source>the note has no passage</source>
        <translation>笔记没有出处</translation>
    </message>
    <message>
        <source>the note id `{id}` is taken</source>
        <translation>笔记 id `{id}` 已被使用</translation>
    </message>
    <message>
        <source>the passage has {quoted} words; more than {longest_passage} prove little</source>
        <translation>出处有 {quoted} 个词；超过 {longest_passage} 个就难以说明问题</translation>
    </message>
    <message>
        <source>the question gives “{answer}” away</source>
        <translation>问题泄露了“{answer}”</translation>
    </message>
    <message>
        <source>the question of the card “{name}” has {asked} words; more than {longest_question} are hard to take in</source>
        <translation>卡片“{name}”的问题有 {asked} 个词；超过 {longest_question} 个就难以看懂</translation>
    </message>
    <message>
        <source>the question “{question}” is asked before</source>
        <translation>问题“{question}”前面已经问过</translation>
    </message>
    <message>
        <source>the quotation stands in {source}, but not between this prefix and suffix</source>
        <translation>引文在 {source} 中，但前后文与 prefix、suffix 不符</translation>
    </message>
    <message>
        <source>the quotation stands {n} times in {source}</source>
        <translation>引文在 {source} 中出现 {n} 次</translation>
    </message>
    <message>
        <source>the quotation “{exact}” is not in {source}</source>
        <translation>{source} 中没有引文“{exact}”</translation>
    </message>
    <message>
        <source>the quoted text that begins here ends only in line {line}, amid another text</source>
        <translation>从这里开始的带引号文本到第 {line} 行才结束，并且结束在另一段文本之中</translation>
    </message>
    <message>
        <source>the reason `{reason}` needs the field `{field}`</source>
        <translation>理由 `{reason}` 需要字段 `{field}`</translation>
    </message>
    <message>
        <source>the reasons are {names}</source>
        <translation>可用的理由：{names}</translation>
    </message>
    <message>
        <source>the source id `{id}` is taken</source>
        <translation>原文 id `{id}` 已被使用</translation>
    </message>
    <message>
        <source>the source writes “{normal}”</source>
        <translation>原文写作“{normal}”</translation>
    </message>
    <message>
        <source>the source {id} is known with another text, which this replaces</source>
        <translation>原文 {id} 已有另一份文本，将被此文本替换</translation>
    </message>
    <message>
        <source>the source&apos;s file is no plain text</source>
        <translation>原文文件不是纯文本</translation>
    </message>
    <message>
        <source>the sources are {names}</source>
        <translation>可用的原文：{names}</translation>
    </message>
    <message>
        <source>the tag `{tag}` is not used in deck files</source>
        <translation>牌组文件中不使用标记 `{tag}`</translation>
    </message>
    <message>
        <source>the tag “{value}” holds a space</source>
        <translation>标签“{value}”含有空格</translation>
    </message>
    <message>
        <source>the text ends before the number sign: “…{text}”</source>
        <translation>文本在井号前被截断：“…{text}”</translation>
    </message>
    <message>
        <source>the text has no gap, so the note has no card</source>
        <translation>文本中没有填空，因此笔记没有卡片</translation>
    </message>
    <message>
        <source>the text holds the character U+{ord}, which cannot be shown</source>
        <translation>文本含有无法显示的字符 U+{ord}</translation>
    </message>
    <message>
        <source>the text of the source {id} is missing</source>
        <translation>缺少原文 {id} 的文本</translation>
    </message>
    <message>
        <source>the text of the source {source} is missing</source>
        <translation>缺少原文 {source} 的文本</translation>
    </message>
    <message>
        <source>the text of this source is not the one that was recorded</source>
        <translation>此原文的文本与记录的不一致</translation>
    </message>
    <message>
        <source>the text that was imported before stays in use</source>
        <translation>继续使用此前导入的文本</translation>
    </message>
    <message>
        <source>the waiver of `{text}` gives no reason</source>
        <translation>对 `{text}` 的豁免没有说明理由</translation>
    </message>
    <message>
        <source>the words under `ends` stand before those under `begins`</source>
        <translation>`ends` 中的文字出现在 `begins` 之前</translation>
    </message>
    <message>
        <source>the {what} has format {number}; this program reads format {format}</source>
        <translation>{what}的格式为 {number}；本程序读取格式 {format}</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>there are double braces that make no gap</source>
        <translation>有双花括号，但没有构成填空</translation>
    </message>
    <message>
        <source>there are more than {most_entries} fields</source>
        <translation>字段超过 {most_entries} 个</translation>
    </message>
    <message>
        <source>there is no deck file in it</source>
        <translation>其中没有牌组文件</translation>
    </message>
    <message>
        <source>there is no note “{said}”</source>
        <translation>没有笔记“{said}”</translation>
    </message>
    <message>
        <source>there is no warning `{code}` to waive on this note</source>
        <translation>这条笔记没有可豁免的警告 `{code}`</translation>
    </message>
    <message>
        <source>there is no word in the quotation</source>
        <translation>引文中没有文字</translation>
    </message>
    <message>
        <source>there is no {value} in the calendar</source>
        <translation>日历中没有 {value}</translation>
    </message>
    <message>
        <source>there is nothing in the file</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>there it reads “…{before}[the quotation]{after}…”</source>
        <translation>原文为“…{before}[引文]{after}…”</translation>
    </message>
    <message>
        <source>this does not fit what stands before it</source>
        <translation>此处与前面的内容不符</translation>
    </message>
    <message>
        <source>this is a PDF</source>
        <translation>这是一个 PDF 文件</translation>
    </message>
    <message>
        <source>this is a packed file, such as an Anki package or an office document</source>
        <translation>这是一个压缩包类型的文件，例如 Anki 牌组包或办公文档</translation>
    </message>
    <message>
        <source>this stands further to the left than the fields before it, or outside of them</source>
        <translation>此处比前面的字段更靠左，或在字段之外</translation>
    </message>
    <message>
        <source>unflag 1 card</source>
        <translation>取消 1 张卡片的标记</translation>
    </message>
    <message>
        <source>unflag {n} cards</source>
        <translation>取消 {n} 张卡片的标记</translation>
    </message>
    <message>
        <source>unknown field `{name}`</source>
        <translation>未知字段 `{name}`</translation>
    </message>
    <message>
        <source>unknown kind “{name}”</source>
        <translation>未知类型“{name}”</translation>
    </message>
    <message>
        <source>unknown reason “{said}”</source>
        <translation>未知理由“{said}”</translation>
    </message>
    <message>
        <source>unknown source “{id}”</source>
        <translation>未知原文“{id}”</translation>
    </message>
    <message>
        <source>untag 1 note</source>
        <translation>去掉 1 条笔记的标签</translation>
    </message>
    <message>
        <source>untag {n} notes</source>
        <translation>去掉 {n} 条笔记的标签</translation>
    </message>
    <message>
        <source>update the program</source>
        <translation>请更新程序</translation>
    </message>
    <message>
        <source>with both it has a card of its own, without both it has none</source>
        <translation>两者都有时自成一张卡片，都没有时则不成卡片</translation>
    </message>
    <message>
        <source>write 2024-01-31, 2024-01 or 2024</source>
        <translation>请写成 2024-01-31、2024-01 或 2024</translation>
    </message>
    <message>
        <source>write \\ for a backslash, or use single quotes</source>
        <translation>反斜杠请写成 \\，或改用单引号</translation>
    </message>
    <message>
        <source>write en for English, zh for Chinese</source>
        <translation>英文写 en，中文写 zh</translation>
    </message>
    <message>
        <source>write format: {format}</source>
        <translation>请写 format: {format}</translation>
    </message>
    <message>
        <source>write it in digits, such as 3</source>
        <translation>请用数字书写，如 3</translation>
    </message>
    <message>
        <source>write it with tone marks: xīn zhì shēngchǎnlì, and xī&apos;ān where syllables could merge</source>
        <translation>请标出声调：xīn zhì shēngchǎnlì；音节可能混淆时写作 xī&apos;ān</translation>
    </message>
    <message>
        <source>write the character itself, or use single quotes</source>
        <translation>请直接写该字符，或改用单引号</translation>
    </message>
    <message>
        <source>write the deck&apos;s id, a slash, and the note&apos;s id</source>
        <translation>请写“牌组 id/笔记 id”</translation>
    </message>
    <message>
        <source>write the fields out</source>
        <translation>请逐个写出字段</translation>
    </message>
    <message>
        <source>write true or false</source>
        <translation>请写 true 或 false</translation>
    </message>
    <message>
        <source>write {{c1::hidden}} around what is to be asked</source>
        <translation>请用 {{c1::hidden}} 括起要问的内容</translation>
    </message>
    <message>
        <source>wrong answers come from other notes of the kind {kind}; else it is asked from memory</source>
        <translation>错误选项来自其他类型为 {kind} 的笔记；否则将凭记忆作答</translation>
    </message>
    <message>
        <source>{answer} (lines {lines})</source>
        <translation>{answer}（第 {lines} 行）</translation>
    </message>
    <message>
        <source>{chinese} has no pinyin</source>
        <translation>{chinese} 没有拼音</translation>
    </message>
    <message>
        <source>{chinese} has {characters} characters, and {pinyin} has {syllables} syllables</source>
        <translation>{chinese} 有 {characters} 个字，而 {pinyin} 有 {syllables} 个音节</translation>
    </message>
    <message>
        <source>{largest} MB</source>
        <translation>{largest} MB</translation>
    </message>
    <message>
        <source>{message}; here is {found}</source>
        <translation>{message}；这里是{found}</translation>
    </message>
    <message>
        <source>{message}; what it belongs to begins in line {line}</source>
        <translation>{message}；它所属的内容从第 {line} 行开始</translation>
    </message>
    <message>
        <source>{names}: what is covered cannot be told while there are errors.</source>
        <translation>{names}：有错误时无法统计覆盖情况。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be opened: {why}.</source>
        <translation>无法打开 {name}：{why}。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be packed.</source>
        <translation>无法打包 {name}。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be packed: {why}.</source>
        <translation>无法打包 {name}：{why}。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read.</source>
        <translation>无法读取 {name}。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be unpacked: {strerror}.</source>
        <translation>无法解包 {name}：{strerror}。</translation>
    </message>
    <message>
        <source>{name} has errors.</source>
        <translation>{name} 有错误。</translation>
    </message>
    <message>
        <source>{name} has errors. Nothing was packed.</source>
        <translation>{name} 有错误。没有打包任何内容。</translation>
    </message>
    <message>
        <source>{name} holds another deck.</source>
        <translation>{name} 中是另一个牌组。</translation>
    </message>
    <message>
        <source>{name} is no deck file.</source>
        <translation>{name} 不是牌组文件。</translation>
    </message>
    <message>
        <source>{name} may not be written to.</source>
        <translation>没有写入 {name} 的权限。</translation>
    </message>
    <message>
        <source>{name} was changed by another program.</source>
        <translation>{name} 已被其他程序更改。</translation>
    </message>
    <message>
        <source>{name} was changed since it was imported.</source>
        <translation>{name} 在导入之后被更改过。</translation>
    </message>
    <message>
        <source>{number}. {said}</source>
        <translation>{number}. {said}</translation>
    </message>
    <message>
        <source>{n} more errors are not listed</source>
        <translation>还有 {n} 个错误未列出</translation>
    </message>
    <message>
        <source>{n} more questions were not reached.</source>
        <translation>还有 {n} 题没有做到。</translation>
    </message>
    <message>
        <source>{n} more warnings are not listed</source>
        <translation>还有 {n} 个警告未列出</translation>
    </message>
    <message>
        <source>{out} could not be written: {strerror}.</source>
        <translation>无法写入 {out}：{strerror}。</translation>
    </message>
    <message>
        <source>{path} cannot be written to.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>{path} could not be used: {said}.</source>
        <translation>无法使用 {path}：{said}。</translation>
    </message>
    <message>
        <source>{path} is not a collection of this program, or it is damaged.</source>
        <translation>{path} 不是本程序的学习库，或已损坏。</translation>
    </message>
    <message>
        <source>{pinyin} has no tone marks</source>
        <translation>{pinyin} 没有声调符号</translation>
    </message>
    <message>
        <source>{pinyin} has numbers for tones</source>
        <translation>{pinyin} 用数字标声调</translation>
    </message>
    <message>
        <source>{points} of {n} points ({share}).</source>
        <translation>{points}/{n} 分（{share}）。</translation>
    </message>
    <message>
        <source>{points} of {n} points.</source>
        <translation>{points}/{n} 分。</translation>
    </message>
    <message>
        <source>{restore} Or delete it to begin anew.</source>
        <translation>{restore}或将其删除，重新开始。</translation>
    </message>
    <message>
        <source>{said} in the answer of the card “{name}”: no passage says so</source>
        <translation>卡片“{name}”的答案中有{said}：没有出处提到</translation>
    </message>
    <message>
        <source>{title} {seed}</source>
        <translation>{title} {seed}</translation>
    </message>
    <message>
        <source>{what} must be a mapping of fields</source>
        <translation>{what}必须是字段的映射</translation>
    </message>
    <message>
        <source>{what} needs the field `{min}`</source>
        <translation>{what}需要字段 `{min}`</translation>
    </message>
    <message>
        <source>{what} needs the field `{name}`</source>
        <translation>{what}需要字段 `{name}`</translation>
    </message>
    <message>
        <source>“{deck}” came with the program.</source>
        <translation>“{deck}”是程序自带的。</translation>
    </message>
    <message>
        <source>“{deck}” was changed since by something else, and is left as it is.</source>
        <translation>“{deck}”在此之后已被另行更改，现保持原样。</translation>
    </message>
    <message>
        <source>“{mark}” in the card “{name}” sounds like the world&apos;s truth</source>
        <translation>卡片“{name}”中的“{mark}”听起来像公认的事实</translation>
    </message>
    <message>
        <source>“{name}” is a link, not a file</source>
        <translation>“{name}”是链接，不是文件</translation>
    </message>
    <message>
        <source>“{name}” is in it twice</source>
        <translation>“{name}”在其中出现了两次</translation>
    </message>
    <message>
        <source>“{name}” is locked with a password</source>
        <translation>“{name}”设有密码</translation>
    </message>
    <message>
        <source>“{name}” is neither a deck file nor a plain text</source>
        <translation>“{name}”既不是牌组文件，也不是纯文本</translation>
    </message>
    <message>
        <source>“{name}” is no name that every system takes</source>
        <translation>“{name}”不是所有系统都接受的文件名</translation>
    </message>
    <message>
        <source>“{name}” would not stand in the package&apos;s own folder</source>
        <translation>“{name}”会超出牌组包自己的文件夹</translation>
    </message>
    <message>
        <source>“{out}” could not be written: {reason}.</source>
        <translation>无法写入“{out}”：{reason}。</translation>
    </message>
    <message>
        <source>“{value}” is no id</source>
        <translation>“{value}”不是 id</translation>
    </message>
    <message>
        <source>“{word}” is no learning step.</source>
        <translation>“{word}”不是学习步骤。</translation>
    </message>
</context>
<context>
    <name>coming</name>
    <message>
        <source>1 more card waits today.</source>
        <translation>今天还有 1 张卡片。</translation>
    </message>
    <message>
        <source>The next card comes {day}.</source>
        <translation>下一张卡片：{day}。</translation>
    </message>
    <message>
        <source>{n} more cards wait today.</source>
        <translation>今天还有 {n} 张卡片。</translation>
    </message>
</context>
<context>
    <name>editing</name>
    <message>
        <source>A gap is written so: {{c1::hidden}} or {{c1::hidden::hint}}.</source>
        <translation>空格这样写：{{c1::隐藏的内容}} 或 {{c1::隐藏的内容::提示}}。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date in words</source>
        <translation>日期的说法</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>For when</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>How it follows from the source</source>
        <translation>如何从原文得出</translation>
    </message>
    <message>
        <source>How the Chinese follows</source>
        <translation>中文如何得出</translation>
    </message>
    <message>
        <source>In Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Member {n}</source>
        <translation>成员 {n}</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>One on each line.</source>
        <translation>每行一个。</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>一面</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>另一面</translation>
    </message>
    <message>
        <source>Other wordings</source>
        <translation>其他说法</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Question for member {n}</source>
        <translation>成员 {n} 的问题</translation>
    </message>
    <message>
        <source>Question for the Chinese</source>
        <translation>中文的问题</translation>
    </message>
    <message>
        <source>Question for the first side</source>
        <translation>问第一面的问题</translation>
    </message>
    <message>
        <source>Question for the parts</source>
        <translation>问组成部分的问题</translation>
    </message>
    <message>
        <source>Question the other way round</source>
        <translation>反向的问题</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Sentence with gaps</source>
        <translation>带空格的句子</translation>
    </message>
    <message>
        <source>Such as 2024-01-31, 2024-01 or 2024.</source>
        <translation>例如 2024-01-31、2024-01 或 2024。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Who pledged</source>
        <translation>承诺者</translation>
    </message>
    <message>
        <source>Wrong answers to choose from</source>
        <translation>供选择的错误答案</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
</context>
<context>
    <name>exam</name>
    <message>
        <source>1 card stays below your aim: there are too few days.</source>
        <translation>1 张卡片达不到目标：天数太少。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>On {date} you would know about {expected} of the cards. Without extra cards it would be {without}.</source>
        <translation>{date}大约能记得 {expected} 的卡片。如果没有额外复习，则为 {without}。</translation>
    </message>
    <message>
        <source>Due anyway</source>
        <translation>本来到期</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>额外</translation>
    </message>
    <message>
        <source>On {date} you would know about {expected} of the cards.</source>
        <translation>{date}大约能记得 {expected} 的卡片。</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>exam on {date}: 1 extra card a day</source>
        <translation>{date}考试：每天额外 1 张</translation>
    </message>
    <message>
        <source>exam on {date}: 1 extra card until then</source>
        <translation>{date}考试：在此之前额外 1 张</translation>
    </message>
    <message>
        <source>exam on {date}: no extra cards</source>
        <translation>{date}考试：没有额外卡片</translation>
    </message>
    <message>
        <source>exam on {date}: {n} extra cards a day</source>
        <translation>{date}考试：每天额外 {n} 张</translation>
    </message>
    <message>
        <source>exam on {date}: {n} extra cards until then</source>
        <translation>{date}考试：在此之前额外 {n} 张</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>week from {date}</source>
        <translation>{date}起的一周</translation>
    </message>
    <message>
        <source>{n} cards stay below your aim: there are too few days.</source>
        <translation>{n} 张卡片达不到目标：天数太少。</translation>
    </message>
    <message>
        <source>{total} cards until then, {extra} of them extra. The most on one day: {most} ({date}).</source>
        <translation>在此之前共 {total} 张，其中额外 {extra} 张。单日最多 {most} 张（{date}）。</translation>
    </message>
</context>
<context>
    <name>fit</name>
    <message>
        <source>Your memory keeps cards as long as average.</source>
        <translation>您的记忆与平均水平一样持久。</translation>
    </message>
    <message>
        <source>Your memory keeps cards {share} longer than average.</source>
        <translation>您的记忆比平均水平持久 {share}。</translation>
    </message>
    <message>
        <source>Your memory keeps cards {share} shorter than average.</source>
        <translation>您的记忆比平均水平短 {share}。</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Being learned, or for less than {n} days</source>
        <translation>学习中，或间隔不到 {n} 天</translation>
    </message>
    <message>
        <source>For less than {n} days</source>
        <translation>间隔不到 {n} 天</translation>
    </message>
    <message>
        <source>How cards are asked</source>
        <translation>出题方式</translation>
    </message>
    <message>
        <source>Longer than that</source>
        <translation>更久</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>Which form fits</source>
        <translation>用哪种方式合适</translation>
    </message>
</context>
<context>
    <name>letters</name>
    <message>
        <source>Missing: {right}.</source>
        <translation>缺少：{right}。</translation>
    </message>
    <message>
        <source>Struck out: not in the answer.</source>
        <translation>删除线：答案中没有。</translation>
    </message>
    <message>
        <source>Too much: {typed}.</source>
        <translation>多余：{typed}。</translation>
    </message>
    <message>
        <source>Underlined: missing.</source>
        <translation>下划线：缺少。</translation>
    </message>
    <message>
        <source>You wrote: {text}.</source>
        <translation>您写的是：{text}。</translation>
    </message>
    <message>
        <source>{typed} for {right}.</source>
        <translation>把 {right} 写成了 {typed}。</translation>
    </message>
</context>
<context>
    <name>limits</name>
    <message>
        <source>{new} new and {reviews} reviews a day, {retention}% retention</source>
        <translation>每日新卡片 {new} 张、复习 {reviews} 张，保留率 {retention}%</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;About NQPF Study</source>
        <translation>关于 NQPF Study(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>立即备份(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Browse</source>
        <translation>浏览(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Check a deck file…</source>
        <translation>检查牌组文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>探索(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export to Anki…</source>
        <translation>导出到 Anki(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find a card</source>
        <translation>查找卡片(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Help and keys</source>
        <translation>帮助与按键(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Merge another collection…</source>
        <translation>合并另一个学习库(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;New deck file…</source>
        <translation>新建牌组文件(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>正常文字大小(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open a deck file…</source>
        <translation>打开牌组文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Practice test…</source>
        <translation>模拟测验(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Progress</source>
        <translation>进度(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>恢复备份(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>学习(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>E&amp;xamine the collection</source>
        <translation>检查学习库(&amp;X)</translation>
    </message>
    <message>
        <source>Fit to my &amp;memory…</source>
        <translation>适应我的记忆(&amp;M)…</translation>
    </message>
    <message>
        <source>How to &amp;write decks</source>
        <translation>如何编写牌组(&amp;W)</translation>
    </message>
    <message>
        <source>Pac&amp;k a deck to share…</source>
        <translation>打包牌组以便分享(&amp;K)…</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;ources</source>
        <translation>原文(&amp;O)</translation>
    </message>
    <message>
        <source>Show the &amp;data folder</source>
        <translation>显示数据文件夹(&amp;D)</translation>
    </message>
</context>
<context>
    <name>merging</name>
    <message>
        <source>Cards that are worked out anew from both histories</source>
        <translation>根据两边记录重新推算的卡片</translation>
    </message>
    <message>
        <source>Decks that you don&apos;t have</source>
        <translation>您没有的牌组</translation>
    </message>
    <message>
        <source>Flags and tags that were last changed there</source>
        <translation>那边后来更改的标记和标签</translation>
    </message>
    <message>
        <source>Notes that you don&apos;t have</source>
        <translation>您没有的笔记</translation>
    </message>
    <message>
        <source>Notes with a newer text</source>
        <translation>文字较新的笔记</translation>
    </message>
    <message>
        <source>Other acts, such as suspending a card</source>
        <translation>其他操作，如暂停卡片</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复习次数</translation>
    </message>
    <message>
        <source>Saved searches that you don&apos;t have</source>
        <translation>您还没有的已保存搜索</translation>
    </message>
</context>
<context>
    <name>order</name>
    <message>
        <source>1 place too early</source>
        <translation>早了 1 位</translation>
    </message>
    <message>
        <source>1 place too late</source>
        <translation>晚了 1 位</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>{n} places too early</source>
        <translation>早了 {n} 位</translation>
    </message>
    <message>
        <source>{n} places too late</source>
        <translation>晚了 {n} 位</translation>
    </message>
</context>
<context>
    <name>ratings</name>
    <message>
        <source>Again</source>
        <translation>重来</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>简单</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>困难</translation>
    </message>
</context>
<context>
    <name>session keys</name>
    <message>
        <source>A list: Enter takes each member down, on an empty line it checks them</source>
        <translation>列举：Enter 记下一项，空行按 Enter 则检查</translation>
    </message>
    <message>
        <source>About this card</source>
        <translation>关于这张卡片</translation>
    </message>
    <message>
        <source>All keys; while you write, F1</source>
        <translation>全部按键；书写时按 F1</translation>
    </message>
    <message>
        <source>Bury the card until tomorrow</source>
        <translation>把卡片搁置到明天</translation>
    </message>
    <message>
        <source>Check what you wrote, ordered or matched</source>
        <translation>检查您所写、所排或所配的</translation>
    </message>
    <message>
        <source>Choose an answer; after the reveal Again, Hard, Good, Easy</source>
        <translation>选择答案；显示答案后为重来、困难、良好、简单</translation>
    </message>
    <message>
        <source>Edit the note, of a deck of your own</source>
        <translation>编辑笔记（限自己的牌组）</translation>
    </message>
    <message>
        <source>End the session; every grade is saved already</source>
        <translation>结束学习；每次评分都已保存</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter 键</translation>
    </message>
    <message>
        <source>Enter, Ctrl+Enter</source>
        <translation>Enter、Ctrl+Enter</translation>
    </message>
    <message>
        <source>Flag the card, or take its flag off</source>
        <translation>标记卡片，或取消标记</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Match: choose a question, put an answer to it</source>
        <translation>配对：选择问题，再选它的答案</translation>
    </message>
    <message>
        <source>Order: choose a line, move it, or send it to a place</source>
        <translation>排序：选中一行，移动它，或送到某个位置</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up、Page Down</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>重做刚撤销的操作</translation>
    </message>
    <message>
        <source>Scroll the card</source>
        <translation>滚动卡片</translation>
    </message>
    <message>
        <source>Show or hide pinyin</source>
        <translation>显示或隐藏拼音</translation>
    </message>
    <message>
        <source>Show or hide the source beside the card</source>
        <translation>在卡片旁显示或隐藏原文</translation>
    </message>
    <message>
        <source>Show the answer, then give the rating marked</source>
        <translation>显示答案，然后采用标出的评分</translation>
    </message>
    <message>
        <source>Show the answer: you don&apos;t know it</source>
        <translation>不知道：显示答案</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Space, Enter</source>
        <translation>空格、Enter</translation>
    </message>
    <message>
        <source>Suspend the card until it is resumed</source>
        <translation>暂停卡片，直到恢复</translation>
    </message>
    <message>
        <source>Undo what was done last</source>
        <translation>撤销上一步操作</translation>
    </message>
</context>
<context>
    <name>slipping</name>
    <message>
        <source>Answered “{answer}” {times}</source>
        <translation>答成“{answer}”{times}</translation>
    </message>
    <message>
        <source>Answered “{answer}” {times}: that answers “{question}”</source>
        <translation>答成“{answer}”{times}：那是“{question}”的答案</translation>
    </message>
    <message>
        <source>Its answer was given to “{question}”</source>
        <translation>它的答案被用来回答“{question}”</translation>
    </message>
    <message>
        <source>forgotten once</source>
        <translation>遗忘 1 次</translation>
    </message>
    <message>
        <source>forgotten {n} times</source>
        <translation>遗忘 {n} 次</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1 次</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} 次</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Backing up first</source>
        <translation>先做备份</translation>
    </message>
    <message>
        <source>Checking the cards</source>
        <translation>正在检查卡片</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Comparing the decks</source>
        <translation>正在比较牌组</translation>
    </message>
    <message>
        <source>Comparing with other learners</source>
        <translation>正在与一般学习者比较</translation>
    </message>
    <message>
        <source>Fitting to your reviews</source>
        <translation>正在根据您的复习调整</translation>
    </message>
    <message>
        <source>Going over the cards</source>
        <translation>正在整理卡片</translation>
    </message>
    <message>
        <source>Going over the notes</source>
        <translation>正在核对笔记</translation>
    </message>
    <message>
        <source>Going over the reviews</source>
        <translation>正在核对复习记录</translation>
    </message>
    <message>
        <source>Indexing for the search</source>
        <translation>正在建立搜索索引</translation>
    </message>
    <message>
        <source>Judging by your newest reviews</source>
        <translation>正在用最近的复习评估</translation>
    </message>
    <message>
        <source>Reading the notes</source>
        <translation>正在读取笔记</translation>
    </message>
    <message>
        <source>Reading your reviews</source>
        <translation>正在读取复习记录</translation>
    </message>
    <message>
        <source>Setting the pages</source>
        <translation>正在排版</translation>
    </message>
    <message>
        <source>Writing the cards</source>
        <translation>正在写入卡片</translation>
    </message>
    <message>
        <source>Writing the notes</source>
        <translation>正在写入笔记</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡片</translation>
    </message>
    <message>
        <source>Each card asks one thing. You say how well you knew the answer, and the card comes back shortly before you would forget it. One key shows the passage of a source that the answer rests on.</source>
        <translation>每张卡片只问一件事。您说出自己记得怎样，卡片会在快要忘记时再次出现。按一个键，就能看到答案在原文中的出处。</translation>
    </message>
    <message>
        <source>No card has been started. Raise a deck&apos;s daily limit to meet new ones.</source>
        <translation>没有已开始学习的卡片。提高牌组的每日上限即可学习新卡片。</translation>
    </message>
    <message>
        <source>No decks yet</source>
        <translation>还没有牌组</translation>
    </message>
    <message>
        <source>Nothing is due now</source>
        <translation>现在没有到期的卡片</translation>
    </message>
    <message>
        <source>Open a deck file, or drop one on this window.</source>
        <translation>打开牌组文件，或把它拖到此窗口。</translation>
    </message>
    <message>
        <source>The next card comes {day}.</source>
        <translation>下一张卡片：{day}。</translation>
    </message>
    <message>
        <source>about 1 minute</source>
        <translation>约 1 分钟</translation>
    </message>
    <message>
        <source>about {n} minutes</source>
        <translation>约 {n} 分钟</translation>
    </message>
    <message>
        <source>not studied yet</source>
        <translation>尚未学习</translation>
    </message>
    <message>
        <source>studied {when}</source>
        <translation>{when}学过</translation>
    </message>
    <message>
        <source>{learned} of {n} learned</source>
        <translation>已学 {learned}/{n}</translation>
    </message>
    <message>
        <source>{n} cards</source>
        <translation>{n} 张卡片</translation>
    </message>
</context>
<context>
    <name>undoing</name>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>重做{step}</translation>
    </message>
    <message>
        <source>Redone: {step}.</source>
        <translation>已重做：{step}。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的内容。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的内容。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>撤销{step}</translation>
    </message>
    <message>
        <source>Undone: {step}.</source>
        <translation>已撤销：{step}。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>{n} due</source>
        <translation>到期 {n}</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} learning</source>
        <translation>学习中 {n}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>新 {n}</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} 年</translation>
    </message>
</context>
<context>
    <name>workload</name>
    <message>
        <source>Known after a year</source>
        <translation>一年后记得</translation>
    </message>
    <message>
        <source>Min a week</source>
        <translation>每周分钟</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留率</translation>
    </message>
    <message>
        <source>Reviews a week</source>
        <translation>每周复习</translation>
    </message>
    <message>
        <source>What a desired retention costs</source>
        <translation>期望保留率需要多少复习</translation>
    </message>
    <message>
        <source>reviews a week</source>
        <translation>每周复习次数</translation>
    </message>
    <message>
        <source>{retention}: about {reviews} reviews a week, {minutes} min; after a year you would remember {remembered} of {cards} cards.</source>
        <translation>{retention}：每周约 {reviews} 次复习，{minutes} 分钟；一年后 {cards} 张卡片中能记得 {remembered} 张。</translation>
    </message>
</context>
</TS>
