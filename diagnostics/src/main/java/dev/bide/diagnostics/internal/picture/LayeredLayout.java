package dev.bide.diagnostics.internal.picture;

import static org.eclipse.elk.alg.layered.options.NodePlacementStrategy.BRANDES_KOEPF;
import static org.eclipse.elk.alg.layered.options.NodePlacementStrategy.NETWORK_SIMPLEX;

import dev.bide.diagnostics.internal.picture.Legend.Piece;
import dev.bide.diagnostics.internal.picture.Scene.Arrow;
import dev.bide.diagnostics.internal.picture.Scene.Point;
import dev.bide.diagnostics.internal.picture.Scene.Shape;
import dev.bide.diagnostics.internal.picture.Sketch.Form;
import dev.bide.diagnostics.internal.picture.Sketch.Item;
import dev.bide.diagnostics.internal.picture.Sketch.Link;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.ContentAlignment;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Gives the items of a sketch their places, in layers, with few crossings: the work of Eclipse ELK. */
final class LayeredLayout {
    private static final double MARGIN = 16;
    private static final double BETWEEN_LAYERS = 34;

    static {
        // Asking for it makes it: ELK reads the defaults of its options there.
        LayoutMetaDataService.getInstance();
    }

    /** How a layout is found. */
    enum Care {
        /** In each layer tasks stand in the order in which they were built; arrows take the ways that cross least. */
        AS_BUILT(OrderingStrategy.PREFER_NODES, true, NETWORK_SIMPLEX),
        /** Any order that has few crossings. */
        SEARCHED(OrderingStrategy.PREFER_NODES, false, NETWORK_SIMPLEX),
        /** The others take minutes for a thousand tasks. */
        QUICK(OrderingStrategy.NONE, false, BRANDES_KOEPF);

        private final OrderingStrategy order;
        private final boolean fixed;
        private final NodePlacementStrategy placement;

        Care(OrderingStrategy order, boolean fixed, NodePlacementStrategy placement) {
            this.order = order;
            this.fixed = fixed;
            this.placement = placement;
        }
    }

    private final Sketch sketch;
    private final Flow flow;
    private final Care care;
    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<ElkPort> outs = new ArrayList<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    LayeredLayout(Sketch sketch, Flow flow, Care care) {
        this.sketch = sketch;
        this.flow = flow;
        this.care = care;
    }

    Scene scene() {
        configure();
        sketch.items().forEach(this::addNode);
        sketch.links().forEach(this::addEdge);
        new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            shapes.add(flow.shape(
                    sketch.items().get(i), nodes.get(i).getX(), nodes.get(i).getY()));
        }
        List<Arrow> arrows = new ArrayList<>();
        edges.forEach(edge -> arrows.add(arrow(edge)));
        shapes.stream().filter(shape -> shape.item().repeats()).forEach(shape -> arrows.add(flow.loop(shape.box())));
        return new Scene(sketch.title(), graph.getWidth(), graph.getHeight(), shapes, arrows, legend());
    }

    /** It stands in the padding above the graph: the foot of a long picture is off the screen. */
    private List<Piece> legend() {
        Legend legend = sketch.legend();
        if (legend == null) {
            return List.of();
        }
        double x = (graph.getWidth() - legend.width()) / 2;
        return legend.pieces().stream().map(piece -> piece.moved(x, MARGIN)).toList();
    }

    private void configure() {
        graph.setProperty(LayeredOptions.DIRECTION, flow.direction);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        Legend legend = sketch.legend();
        if (legend != null) {
            double above = 2 * MARGIN + legend.height();
            graph.setProperty(LayeredOptions.PADDING, new ElkPadding(above, MARGIN, MARGIN, MARGIN));
            graph.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
            graph.setProperty(LayeredOptions.NODE_SIZE_MINIMUM, new KVector(legend.width() + 2 * MARGIN, 0));
            graph.setProperty(LayeredOptions.CONTENT_ALIGNMENT, ContentAlignment.topCenter());
        } else {
            graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        }
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 14.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 10.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 4.0);
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, care.placement);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, care.order);
        graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_SEMI_INTERACTIVE, care.fixed);
    }

    private void addNode(Item item) {
        Flow.Size size = flow.size(item);
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(size.width(), size.height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        outs.add(port(node, flow.out));
        node.setProperty(LayeredOptions.POSITION, new KVector(nodes.size(), nodes.size()));
        nodes.add(node);
    }

    private void addEdge(Link link) {
        edges.add(ElkGraphUtil.createSimpleEdge(outs.get(link.from()), in(link.to())));
    }

    /** Arrows arrive beside each other, but in the middle of what has no broad side. */
    private ElkPort in(int item) {
        ElkNode node = nodes.get(item);
        boolean narrow = sketch.items().get(item).form() == Form.LIST
                || sketch.items().get(item).repeats();
        return narrow && node.getPorts().size() > 1 ? node.getPorts().get(1) : port(node, flow.in);
    }

    private static ElkPort port(ElkNode node, PortSide side) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        return port;
    }

    private Arrow arrow(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().get(0);
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        return new Arrow(flow.curves(points));
    }
}
