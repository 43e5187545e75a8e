/** What shows graphs and runs: pictures. Reads graphs and events only. */
@SuppressWarnings("requires-automatic") // ELK's jars name their modules but do not describe them.
module dev.bide.diagnostics {
    requires transitive dev.bide.core;
    requires com.google.common; // ELK needs it and cannot say so.
    requires java.desktop;
    requires org.eclipse.elk.alg.layered;
    requires org.eclipse.elk.core;
    requires org.eclipse.elk.graph;
    requires org.eclipse.emf.common;
    requires org.eclipse.emf.ecore;
    requires static org.jspecify;

    exports dev.bide.diagnostics;

    provides dev.bide.draw.GraphWriter with
            dev.bide.diagnostics.internal.picture.SvgWriter,
            dev.bide.diagnostics.internal.picture.PngWriter;
}
