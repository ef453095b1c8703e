// Narrows the topics of a form to those that the reader types a name or synonym of. Without it all are
// there to open by field; what is ticked stays ticked, seen or not.
(() => {
  'use strict';
  const box = document.querySelector('.topic-search');
  const groups = [...document.querySelectorAll('.topic-group')];
  if (!box || groups.length === 0) {
    return;
  }
  const input = box.querySelector('input');
  const status = box.querySelector('[role=status]');

  /** Lower case without accents. */
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const topics = groups.flatMap((group) =>
    [...group.querySelectorAll('.choice')].map((label) => ({
      group,
      label,
      box: label.querySelector('input'),
      words: words(label.textContent + ' ' + (label.dataset.words || '')),
    })));
  /** Which fields were open before anything was typed; null while nothing is. */
  let open = null;

  const fits = (topic, wanted) =>
    wanted.every((word) => topic.words.some((own) => own.startsWith(word)));

  const told = (count) =>
    count === 0
      ? input.dataset.none
      : count === 1 ? input.dataset.one : input.dataset.many.replace('#', String(count));

  const showAll = () => {
    topics.forEach((topic) => { topic.label.hidden = false; });
    groups.forEach((group, i) => {
      group.hidden = false;
      group.open = open === null ? group.open : open[i];
    });
    open = null;
    status.textContent = '';
  };

  const narrow = () => {
    const wanted = words(input.value);
    if (wanted.length === 0) {
      showAll();
      return;
    }
    open = open === null ? groups.map((group) => group.open) : open;
    topics.forEach((topic) => { topic.label.hidden = !fits(topic, wanted); });
    groups.forEach((group) => {
      group.hidden = group.querySelector('.choice:not([hidden])') === null;
      group.open = !group.hidden;
    });
    status.textContent = told(topics.filter((topic) => !topic.label.hidden).length);
  };

  const seen = () => topics.filter((topic) => !topic.label.hidden && topic.group.open);

  input.addEventListener('input', narrow);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      input.value = '';
      narrow();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      // Enter would send the form.
      event.preventDefault();
      if (input.value.trim() !== '' && seen().length > 0) {
        seen()[0].box.focus();
      }
    }
  });
  document.getElementById('topics').addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = seen().findIndex((topic) => topic.box === event.target);
    if (step === undefined || at < 0) {
      return;
    }
    event.preventDefault();
    const next = seen()[at + step];
    if (next) {
      next.box.focus();
    } else if (step < 0) {
      input.focus();
    }
  });
  box.hidden = false;
  narrow();
})();
