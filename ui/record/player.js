"use strict";
(function () {
	// What is in the page: sections are frames to step to, and the JSON has the frames between.
	const element = (id) => document.getElementById(id);
	const sections = Array.from(document.querySelectorAll("#frames > section"));
	const introduction = document.querySelector("header .introduction");
	const picture = element("picture"), words = element("words"), scrub = element("scrub");
	const bases = sections.map((s) => s.querySelector("pre.screen").innerHTML.replace(/\n$/, "").split("\n"));
	const frames = [];        // { ms, section, ticks: how many of the section's are applied }
	const ticks = sections.map(() => []);
	const stops = [];         // the frame of each section
	let now = 0, shown = [], told = -1, playing = false, clock = 0, before = 0;

	if (sections.length === 0)
		return;

	// The frames between, with the texts of their rows; a number stands for a text that came before.
	(function () {
		const texts = [];

		for (const [section, ms, ...changes] of JSON.parse(element("between").textContent)) {
			const rows = [];

			for (let i = 0; i < changes.length; i += 2) {
				let text = changes[i + 1];

				if (typeof text === "number")
					text = texts[text];
				else
					texts.push(text);
				rows.push([changes[i], text]);
			}
			ticks[section].push({ ms, rows });
		}
	})();
	sections.forEach((section, n) => {
		stops.push(frames.length);
		frames.push({ ms: Number(section.dataset.ms), section: n, ticks: 0 });
		ticks[n].forEach((tick, t) => frames.push({ ms: tick.ms, section: n, ticks: t + 1 }));
	});

	const end = frames[frames.length - 1].ms;
	const heading = (n) => sections[n].querySelector("h2").textContent;
	const time = (ms) => Math.floor(ms / 60000) + ":" + String(Math.floor(ms / 1000) % 60).padStart(2, "0") + "." +
		Math.floor(ms / 100) % 10;

	// The rows of a frame: those of its section, and what has changed since.
	function rowsOf(frame) {
		const rows = bases[frame.section].slice();

		for (let t = 0; t < frame.ticks; t++)
			for (const [y, text] of ticks[frame.section][t].rows)
				rows[y] = text;
		return rows;
	}

	// Only rows that differ are touched, so that a selection elsewhere stays.
	function draw(rows) {
		if (rows.length !== shown.length) {
			picture.replaceChildren();
			rows.forEach(() => {
				picture.append(document.createElement("span"), "\n");
			});
			shown = [];
		}
		rows.forEach((row, y) => {
			if (row !== shown[y])
				picture.children[y].innerHTML = row;
		});
		shown = rows;
	}

	// Words change with the section only: a screen reader is told once.  The introduction stands before the first ones, so
	// that the picture is at the top of the page from the start.
	function tell(section) {
		if (section === told)
			return;
		told = section;
		words.innerHTML = sections[section].querySelector(".words").innerHTML;
		if (section === 0)
			words.insertAdjacentHTML("afterbegin", "<div class=introduction>" + introduction.innerHTML + "</div>");
		element("markers").querySelectorAll("button").forEach((button, n) => {
			if (n === section) {
				const list = element("markers"), box = button.parentNode;

				button.setAttribute("aria-current", "step");
				if (box.offsetTop < list.scrollTop || box.offsetTop + box.offsetHeight > list.scrollTop + list.clientHeight)
					list.scrollTop = box.offsetTop - list.clientHeight / 2;
			} else
				button.removeAttribute("aria-current");
		});
		Array.from(element("marks").children).forEach((mark, n) => mark.classList.toggle("past", n <= section));
	}

	function show(n) {
		const frame = frames[n];

		now = n;
		draw(rowsOf(frame));
		tell(frame.section);
		scrub.value = n;
		scrub.setAttribute("aria-valuetext", time(frame.ms) + ", " + heading(frame.section));
		element("clock").textContent = time(frame.ms) + " / " + time(end);
		element("first").disabled = element("back").disabled = n === 0;
		element("last").disabled = element("forward").disabled = n === frames.length - 1;
	}

	function pause() {
		playing = false;
		element("play").classList.remove("play");
		element("play").setAttribute("aria-label", "Play");
	}

	function go(n) {
		pause();
		show(Math.max(0, Math.min(frames.length - 1, n)));
	}

	const forward = () => go(stops.find((n) => n > now) ?? frames.length - 1);
	const back = () => go(stops.filter((n) => n < now).pop() ?? 0);

	// While it plays: on to the frame that is due; where words are to be read, it stops.
	function turn(at) {
		if (!playing)
			return;
		clock += (at - before) * Number(element("speed").value);
		before = at;
		while (now + 1 < frames.length && frames[now + 1].ms <= clock) {
			const next = frames[now + 1];

			show(now + 1);
			if (document.body.hasAttribute("data-stops") && next.ticks === 0 && sections[next.section].hasAttribute("data-stop")) {
				pause();
				return;
			}
		}
		if (now === frames.length - 1)
			pause();
		else
			requestAnimationFrame(turn);
	}

	function play() {
		if (playing) {
			pause();
			return;
		}
		if (now === frames.length - 1)
			show(0);
		playing = true;
		element("play").classList.add("play");
		element("play").setAttribute("aria-label", "Pause");
		clock = frames[now].ms;
		before = performance.now();
		requestAnimationFrame(turn);
	}

	function speed(direction) {
		const list = element("speed");

		list.selectedIndex = Math.max(0, Math.min(list.options.length - 1, list.selectedIndex + direction));
	}

	// Light or dark: the system's wish, until the button says otherwise.
	const system = matchMedia("(prefers-color-scheme: light)");
	const isLight = () => (document.documentElement.dataset.look ?? (system.matches ? "light" : "dark")) === "light";
	const nameLook = () => {
		element("look").textContent = isLight() ? "Dark" : "Light";
	};

	function look() {
		document.documentElement.dataset.look = isLight() ? "dark" : "light";
		nameLook();
	}

	// All frames as a list, and back to the player; the buttons stay.
	function all() {
		const list = element("frames");

		pause();
		list.hidden = introduction.hidden = !list.hidden;
		element("all").setAttribute("aria-pressed", String(!list.hidden));
		if (!list.hidden)
			sections[frames[now].section].scrollIntoView();
	}

	const keys = {
		" ": play, "k": play, "]": forward, "PageDown": forward, "[": back, "PageUp": back,
		"ArrowRight": () => go(now + 1), ".": () => go(now + 1), "ArrowLeft": () => go(now - 1), ",": () => go(now - 1),
		"Home": () => go(0), "End": () => go(frames.length - 1),
		"+": () => speed(1), "=": () => speed(1), "-": () => speed(-1), "t": look,
	};

	document.addEventListener("keydown", (event) => {
		const what = keys[event.key], on = event.target.tagName;

		if (!what || event.ctrlKey || event.altKey || event.metaKey || on === "SELECT" || (on === "BUTTON" && event.key === " "))
			return;
		event.preventDefault();
		what();
	});

	sections.forEach((section, n) => {
		const item = document.createElement("li"), button = document.createElement("button");
		const when = document.createElement("time"), mark = document.createElement("i");

		button.type = "button";
		when.textContent = time(Number(section.dataset.ms));
		button.append(when, heading(n));
		button.addEventListener("click", () => go(stops[n]));
		item.append(button);
		element("markers").append(item);
		mark.style.left = 100 * stops[n] / Math.max(1, frames.length - 1) + "%";
		mark.classList.toggle("told", section.hasAttribute("data-stop"));
		element("marks").append(mark);
	});
	for (const [id, what] of [["first", keys.Home], ["back", back], ["play", play], ["forward", forward], ["last", keys.End],
		["all", all], ["look", look]])
		element(id).addEventListener("click", what);
	scrub.max = frames.length - 1;
	scrub.addEventListener("input", () => go(Number(scrub.value)));
	system.addEventListener("change", nameLook);
	addEventListener("hashchange", fromAddress);

	// "#step-12" is the frame of that section.
	function fromAddress() {
		const n = sections.findIndex((section) => "#" + section.id === location.hash);

		if (n >= 0)
			go(stops[n]);
	}

	element("frames").hidden = introduction.hidden = true;
	element("player").hidden = false;
	nameLook();
	show(0);
	fromAddress();
})();
