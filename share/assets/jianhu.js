// Jianhu: what pages do beyond plain HTML. Every page works without this file.
"use strict";

(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  const words = chinese
    ? { kept: "尚未提交：已填回您在此标签页中写过、但没有交出的内容。", discard: "清除", live: "实时连接正常", waiting: "连接中断，正在重新连接……", ended: "实时连接已结束，请刷新页面或重新登录", limit: "限值" }
    : { kept: "Not submitted yet: what you wrote in this tab and did not send has been put back.", discard: "Clear it", live: "Live", waiting: "Connection lost, trying again…", ended: "The live connection has ended; reload the page or sign in again", limit: "limit" };

  // A second click sends nothing: the button is off until the page is shown again. (The server guards itself too.)
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    // Later, because a disabled button takes no part in the form that is being sent.
    setTimeout(() => {
      for (const button of form.querySelectorAll("button")) button.disabled = true;
    });
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll("button")) button.disabled = false;
    }
  });

  // What somebody writes is kept in this tab until it was taken: over a lost session, a wrong turn, a reload. Nothing is
  // kept of passwords and files, and nothing of one person is shown to another.
  const person = document.querySelector(".person a")?.textContent ?? "";
  const draftOf = (form) => `draft ${location.pathname} ${form.getAttribute("action")}`;
  const drafts = () => Object.keys(sessionStorage).filter((key) => key.startsWith("draft "));
  const read = (key) => JSON.parse(sessionStorage.getItem(key) ?? "null");
  const write = (key, draft) => sessionStorage.setItem(key, JSON.stringify(draft));
  const kinds = "input:not([type=hidden], [type=password], [type=file]), textarea, select";
  const controls = (form) => [...form.querySelectorAll(kinds)].filter((control) => control.name !== "");
  const isBox = (control) => control.type === "checkbox" || control.type === "radio";
  const held = (control) => isBox(control) ? `${control.name} ${control.value}` : control.name;
  // Behind a page that says so, what was sent was not taken; anywhere else it was, or stands in the form.
  const wentNowhere = document.querySelector("[data-unsent]") !== null;
  const isOnTheWay = location.pathname.startsWith("/sign-in");
  for (const key of drafts()) {
    const draft = read(key);
    if (draft.isSent && wentNowhere) write(key, { ...draft, isSent: false });
    else if (draft.isSent && !isOnTheWay) sessionStorage.removeItem(key);
  }
  for (const form of document.querySelectorAll("form.form[method=post]")) {
    if (isOnTheWay || person === "") break;
    const key = draftOf(form);
    const draft = read(key);
    if (draft?.person === person && !form.querySelector("[data-focus]")) {
      for (const control of controls(form)) {
        const value = draft.values[held(control)];
        if (value === undefined) continue;
        if (isBox(control)) control.checked = value;
        else control.value = value;
      }
      const note = document.createElement("p");
      note.className = "notice";
      note.setAttribute("role", "status");
      const discard = document.createElement("button");
      discard.type = "button";
      discard.className = "button button-quiet";
      discard.textContent = words.discard;
      discard.addEventListener("click", () => {
        sessionStorage.removeItem(key);
        form.reset();
        note.remove();
      });
      note.append(words.kept, " ", discard);
      form.prepend(note);
    }
    const keep = (isSent) => {
      const values = Object.fromEntries(
        controls(form).map((control) => [held(control), isBox(control) ? control.checked : control.value]));
      write(key, { person, values, isSent });
    };
    form.addEventListener("input", () => keep(false));
    form.addEventListener("submit", () => { if (controls(form).length > 0) keep(true); });
  }
  // The page on which answers are looked over hands in what was written on the form's own page.
  document.querySelector("form[data-settles]")?.addEventListener("submit", (event) => {
    const end = ` ${event.target.getAttribute("action")}`;
    for (const key of drafts().filter((key) => key.endsWith(end))) write(key, { ...read(key), isSent: true });
  });
  document.querySelector("form[action='/sign-out']")?.addEventListener("submit", () => {
    for (const key of drafts()) sessionStorage.removeItem(key);
  });

  // A refused form is read out at once.
  document.querySelector("[data-focus]")?.focus();

  // A click anywhere in a row opens it, where it leads to one place; links, buttons and selected text keep their own
  // meaning.
  const openRows = (within) => {
    for (const row of within.querySelectorAll(".table tbody tr:not([data-href])")) {
      const places = new Set([...row.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")));
      if (places.size === 1 && !row.querySelector("form")) row.dataset.href = [...places][0];
    }
  };
  openRows(document);
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-href]");
    if (!row || event.target.closest("a, button, input, select, label") || String(getSelection())) return;
    location.href = row.dataset.href;
  });

  // Live feed: <ol data-live-feed="URL" data-live-max="50">. Event "item" carries HTML to put on top, event "figures"
  // carries JSON {name: text} for every element with data-live="name".
  for (const feed of document.querySelectorAll("[data-live-feed]")) {
    const max = Number(feed.dataset.liveMax) || 50;
    const state = document.createElement("p");
    state.className = "live-state";
    state.setAttribute("role", "status");
    feed.before(state);
    const show = (text, isLost) => {
      state.textContent = (isLost ? "▲ " : "● ") + text;
      state.classList.toggle("is-lost", isLost);
    };
    // News change more than figures: what stands in [data-live-part] is then taken from the page as it is now, at most
    // once in five seconds, and once a minute for what changes by waiting. Nobody who is in a part is disturbed.
    const renew = async () => {
      const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!reply.ok || reply.redirected) return;
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      for (const part of document.querySelectorAll("[data-live-part]")) {
        const fresh = page.querySelector(`[data-live-part="${CSS.escape(part.dataset.livePart)}"]`);
        if (!fresh || part.contains(document.activeElement)) continue;
        part.replaceChildren(...fresh.childNodes);
        openRows(part);
      }
    };
    let hasNews = false;
    let ticks = 0;
    setInterval(() => {
      ticks += 1;
      if (!hasNews && ticks % 12 !== 0) return;
      hasNews = false;
      // A page that cannot be had now is asked for again at the next turn.
      renew().catch(() => { hasNews = true; });
    }, 5_000);
    const source = new EventSource(feed.dataset.liveFeed);
    source.addEventListener("open", () => show(words.live, false));
    source.addEventListener("error", () => {
      const isOver = source.readyState === EventSource.CLOSED;
      show(isOver ? words.ended : words.waiting, true);
    });
    source.addEventListener("item", (event) => {
      hasNews = true;
      const piece = document.createElement("template");
      piece.innerHTML = event.data;
      for (const old of feed.querySelectorAll(".is-new")) old.classList.remove("is-new");
      for (const item of piece.content.children) item.classList.add("is-new");
      feed.prepend(piece.content);
      while (feed.children.length > max) feed.lastElementChild.remove();
    });
    source.addEventListener("figures", (event) => {
      const figures = JSON.parse(event.data);
      for (const [name, value] of Object.entries(figures)) {
        for (const place of document.querySelectorAll(`[data-live="${CSS.escape(name)}"]`)) place.textContent = value;
      }
    });
    addEventListener("pagehide", () => source.close());
  }

  // Charts: <div class="chart" data-chart="URL">. The URL answers
  // {title, unit, times: [ISO], series: [{name, values: [number|null]}], limits: [{name, value}], marked: [{from, to, name}]}.
  // Times are shown as the wall clock in China whatever the browser's zone: their civil part is taken as UTC.
  const moment = (iso) => Date.parse(iso.slice(0, 19) + "Z");

  const chartOption = (chart) => {
    const limits = chart.limits ?? [];
    const floor = chart.floor ?? 0;
    const top = Math.max(0, ...limits.map((limit) => limit.value));
    const colours = ["#0b7a6f", "#1749b3", "#8a3b00", "#52606d"];
    return {
      useUTC: true,
      animation: false,
      color: colours,
      aria: { enabled: true },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: "#1f2933" },
      title: { text: chart.unit === "" ? chart.title : chinese ? `${chart.title}（${chart.unit}）` : `${chart.title} (${chart.unit})`, left: 12, top: 8, textStyle: { fontSize: 14, fontWeight: 600 } },
      // Below the title, because on a phone a long name leaves no room beside it.
      legend: { top: 32, left: 8, show: chart.series.length > 1 },
      grid: { left: 16, right: limits.length > 0 ? 72 : 24, top: chart.series.length > 1 ? 76 : 56, bottom: 16, containLabel: true },
      // Rich text: an HTML tooltip would need inline styles, which the page's policy forbids.
      tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: (value) => (value == null ? "–" : `${value} ${chart.unit}`) },
      xAxis: { type: "time", axisLabel: { hideOverlap: true } },
      yAxis: { type: "value", min: floor, max: (range) => floor + (Math.max(range.max, top) - floor) * 1.15 || 1, axisLabel: { showMaxLabel: false } },
      series: chart.series.map((series, index) => ({
        name: series.name,
        type: "line",
        symbolSize: 6,
        showSymbol: chart.times.length <= 200,
        connectNulls: false,
        data: chart.times.map((time, position) => [moment(time), series.values[position]]),
        markLine: index > 0 ? undefined : {
          symbol: "none",
          silent: true,
          lineStyle: { color: "#a3121b", type: "dashed", width: 2 },
          label: { position: "end", color: "#a3121b", formatter: (mark) => `${mark.name || words.limit}\n${mark.value}` },
          data: limits.map((limit) => ({ name: limit.name, yAxis: limit.value })),
        },
        markArea: index > 0 ? undefined : {
          silent: true,
          itemStyle: { color: "rgba(82, 96, 109, 0.18)" },
          label: { color: "#52606d" },
          data: (chart.marked ?? []).map((mark) => [{ name: mark.name, xAxis: moment(mark.from) }, { xAxis: moment(mark.to) }]),
        },
      })),
    };
  };

  // A file that the server would refuse is named before it is sent. (The server refuses it all the same.)
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.dataset?.maxBytes) return;
    const isTooLarge = [...field.files].some((file) => file.size > Number(field.dataset.maxBytes));
    field.setCustomValidity(isTooLarge ? field.dataset.tooLarge : "");
    field.reportValidity();
  });

  const draw = async (place) => {
    const reply = await fetch(place.dataset.chart, { headers: { Accept: "application/json" } });
    if (!reply.ok) throw new Error(`chart ${reply.status}`);
    const picture = window.echarts.init(place, null, { locale: chinese ? "ZH" : "EN", renderer: "canvas" });
    picture.setOption(chartOption(await reply.json()));
    new ResizeObserver(() => picture.resize()).observe(place);
  };

  for (const place of document.querySelectorAll("[data-chart]")) {
    // Without the library or the figures the table says it all.
    if (!window.echarts) place.hidden = true;
    else draw(place).catch(() => { place.hidden = true; });
  }
})();
