// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.cli.Signals;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Ctrl-C, SIGTERM and SIGHUP of this process. The JDK has no supported way to hear of a signal and go on; its
 * {@code jdk.unsupported} module has one, which is called by name so that compiling against it gives no warning. Where it
 * is missing, a signal ends the process as usual.
 */
final class ProcessSignals implements Signals {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    @Override
    public Watch watch(Runnable asked) {
        List<Runnable> undo = new ArrayList<>();
        for (String name : NAMES) {
            try {
                undo.add(handle(name, asked));
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                continue; // no such module, or a signal that this platform or JVM keeps for itself
            }
        }
        return () -> undo.forEach(Runnable::run);
    }

    /** @return puts back what was there before */
    private static Runnable handle(String name, Runnable asked) throws ReflectiveOperationException {
        Class<?> signals = Class.forName("sun.misc.Signal");
        Class<?> handlers = Class.forName("sun.misc.SignalHandler");
        Object signal = signals.getConstructor(String.class).newInstance(name);
        Object handler = Proxy.newProxyInstance(
                handlers.getClassLoader(), new Class<?>[] {handlers}, (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        asked.run();
                    }
                    return method.getReturnType() == boolean.class ? proxy == arguments[0] : null;
                });
        var handle = signals.getMethod("handle", signals, handlers);
        Object before = handle.invoke(null, signal, handler);
        if (before.equals(handlers.getField("SIG_IGN").get(null))) {
            handle.invoke(null, signal, before); // started with nohup: stays deaf to it
        }
        return () -> {
            try {
                handle.invoke(null, signal, before);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
