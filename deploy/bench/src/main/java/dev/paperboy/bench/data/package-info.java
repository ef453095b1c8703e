/** The directory of real papers that figures are measured on and heads are trained on. */
package dev.paperboy.bench.data;
