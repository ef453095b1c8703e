/** Formulas as MathML, from an allow-list, within bounds; anything else stays readable text. */
package dev.paperboy.classify.typeset;
