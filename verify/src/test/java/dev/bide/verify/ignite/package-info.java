/** Runs on real nodes of Ignite: who dies or hangs meanwhile, and what that costs. */
package dev.bide.verify.ignite;
