package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.GraphPicture;
import dev.bide.diagnostics.internal.picture.Scene.Box;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A picture read back from its file, which must be well-formed XML. */
record SvgPicture(Document document) {
    static SvgPicture of(GraphPicture picture, Path folder) {
        Path file = folder.resolve("graph.svg");
        picture.write(file);
        return read(file);
    }

    static SvgPicture read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new SvgPicture(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(file + " is not XML", e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** The first line of what each item says about itself. */
    List<String> items() {
        return elements("g").map(group -> firstLine(group)).toList();
    }

    private static String firstLine(Element group) {
        return group.getElementsByTagName("title").item(0).getTextContent().split("\n")[0];
    }

    List<String> labels() {
        return elements("g")
                .map(group -> String.join("", texts(group.getElementsByTagName("text"))))
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static List<String> texts(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    List<Box> boxes() {
        return elements("g")
                .flatMap(group -> elements(group.getElementsByTagName("rect")))
                .map(rect ->
                        new Box(number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height")))
                .toList();
    }

    long count(String tag) {
        return elements(tag).count();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private Stream<Element> elements(String tag) {
        return elements(document.getElementsByTagName(tag));
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
