// From a text to token ids, the same ones as in training.

/**
 * A tokenizer from the content of tokenizer.json.
 * @param {function} Tokenizer that of @huggingface/tokenizers
 * @param {object} json
 */
export function openTokenizer(Tokenizer, json) {
  const made = new Tokenizer(json, {});
  made.lowers = /"type":"Lowercase"|"lowercase":true/.test(JSON.stringify(json.normalizer));
  return made;
}

/**
 * The ids of a text, cut to what the network takes, with the tokens that its template puts around them.
 * @param {object} tokenizer what openTokenizer made
 * @param {string} text
 * @param {number} length the most ids, those of the template among them
 */
export function idsOf(tokenizer, text, length) {
  // JavaScript makes a final “Σ” a “ς”; the tokenizers library lowers each letter by itself
  if (tokenizer.lowers) text = text.replaceAll("Σ", "σ");
  const full = tokenizer.encode(text).ids;
  if (full.length <= length) return full;
  const plain = tokenizer.encode(text, { add_special_tokens: false }).ids;
  const before = offset(full, plain);
  const added = full.length - plain.length;
  return [...full.slice(0, before), ...plain.slice(0, length - added), ...full.slice(before + plain.length)];
}

function offset(full, plain) {
  for (let start = 0; start <= full.length - plain.length; start++) {
    if (plain.every((id, place) => full[start + place] === id)) return start;
  }
  return 0;
}
