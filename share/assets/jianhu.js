// Jianhu: what pages do beyond plain HTML. Every page works without this file.
"use strict";

(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  const words = chinese
    ? { live: "实时连接正常", waiting: "连接中断，正在重新连接……", ended: "实时连接已结束，请刷新页面或重新登录", limit: "限值" }
    : { live: "Live", waiting: "Connection lost, trying again…", ended: "The live connection has ended; reload the page or sign in again", limit: "limit" };

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

  // A refused form is read out at once.
  document.querySelector("[data-focus]")?.focus();

  // A click anywhere in a row opens it; links, buttons and selected text keep their own meaning.
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
    const source = new EventSource(feed.dataset.liveFeed);
    source.addEventListener("open", () => show(words.live, false));
    source.addEventListener("error", () => {
      const isOver = source.readyState === EventSource.CLOSED;
      show(isOver ? words.ended : words.waiting, true);
    });
    source.addEventListener("item", (event) => {
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
