package dev.bide.diagnostics.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A page in the browser. */
final class BrowserPage {
    private final Browser browser;
    private final String session;
    private final List<String> complaints = new ArrayList<>();

    private BrowserPage(Browser browser, String session) {
        this.browser = browser;
        this.session = session;
    }

    static BrowserPage open(Browser browser, int width, int height, boolean dark) {
        Object target = browser.send("", "Target.createTarget", "\"url\":\"about:blank\"")
                .get("targetId");
        Object session = browser.send("", "Target.attachToTarget", "\"targetId\":\"" + target + "\",\"flatten\":true")
                .get("sessionId");
        BrowserPage page = new BrowserPage(browser, (String) session);
        page.send("Page.enable", "");
        page.send("Runtime.enable", "");
        page.send("Log.enable", "");
        page.send("Network.enable", "");
        page.send(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false");
        page.send(
                "Emulation.setEmulatedMedia",
                "\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + (dark ? "dark" : "light") + "\"}]");
        return page;
    }

    private Map<String, Object> send(String method, String parameters) {
        return browser.send(session, method, parameters);
    }

    /** Opens a file and waits until it has loaded and two frames were drawn. */
    void load(Path file, String fragment) throws InterruptedException {
        send("Page.navigate", "\"url\":\"about:blank\"");
        await("Page.loadEventFired");
        send("Page.navigate", "\"url\":\"" + file.toUri() + fragment + "\"");
        await("Page.loadEventFired");
        settle();
    }

    private void await(String event) throws InterruptedException {
        Map<String, Object> heard;
        do {
            heard = browser.events.poll(40, TimeUnit.SECONDS);
            if (heard == null) {
                throw new IllegalStateException("no " + event);
            }
            note(heard);
        } while (!event.equals(heard.get("method")));
    }

    /** What the browser complained about: errors, broken policies, requests that a page without network must not make. */
    List<String> complaints() {
        Map<String, Object> heard = browser.events.poll();
        while (heard != null) {
            note(heard);
            heard = browser.events.poll();
        }
        return complaints;
    }

    private void note(Map<String, Object> event) {
        String method = (String) event.get("method");
        String text = event.toString();
        boolean request = method.equals("Network.requestWillBeSent")
                && !text.contains("url=file:")
                && !text.contains("url=data:")
                && !text.contains("url=about:");
        if (request
                || List.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
                        .contains(method)) {
            complaints.add(text);
        }
    }

    /** Waits until movements have come to rest. */
    void settle() {
        evaluate("new Promise(done => { let left = 25;"
                + " const step = () => left-- ? requestAnimationFrame(step) : done(1); step(); })");
    }

    /** Runs a script in the page and gives its value; a promise's value when it is kept. */
    Object evaluate(String script) {
        Map<String, Object> answer = send(
                "Runtime.evaluate", "\"awaitPromise\":true,\"returnByValue\":true,\"expression\":" + quoted(script));
        if (answer.containsKey("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return JsonText.object(answer.get("result")).get("value");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    void mouse(String type, double x, double y, String more) {
        send("Input.dispatchMouseEvent", "\"type\":\"" + type + "\",\"x\":" + x + ",\"y\":" + y + more);
    }

    void click(double x, double y) {
        mouse("mouseMoved", x, y, "");
        mouse("mousePressed", x, y, ",\"button\":\"left\",\"buttons\":1,\"clickCount\":1");
        mouse("mouseReleased", x, y, ",\"button\":\"left\",\"clickCount\":1");
    }

    /** Presses a key that has a name, such as Enter, or stands for a character. */
    void key(String key) {
        String text = key.length() == 1 ? ",\"text\":" + quoted(key) : key.equals("Enter") ? ",\"text\":\"\\r\"" : "";
        send("Input.dispatchKeyEvent", "\"type\":\"keyDown\",\"key\":" + quoted(key) + text);
        send("Input.dispatchKeyEvent", "\"type\":\"keyUp\",\"key\":" + quoted(key));
    }

    void type(String text) {
        send("Input.insertText", "\"text\":" + quoted(text));
    }

    void screenshot(Path file) throws IOException {
        Object data = send("Page.captureScreenshot", "\"format\":\"png\"").get("data");
        Files.write(file, Base64.getDecoder().decode((String) data));
    }
}
