package dev.bide.cli;

import java.util.List;
import java.util.Map;

/**
 * What the compiler made of a source file.
 *
 * @param bytes the class files by the names of their classes
 * @param topLevel the names of the classes that stand in no other, in the order of the source
 */
record CompiledClasses(Map<String, byte[]> bytes, List<String> topLevel) {}
