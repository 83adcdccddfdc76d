// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes clients on the JDK's HTTP client and keeps hold of it, since the library does not hand it out. */
final class ObservedFactory extends JdkHttpClientFactory {
    private final AtomicReference<@Nullable HttpClient> built = new AtomicReference<>();

    /**
     * The JDK's client by itself asks a second time when a connection closes without an answer, or is refused. It can only
     * be told by properties, which it reads when it is first used. We have our own retries, which count. Who uses that client
     * before this one, as tests do, sets them on the command line.
     */
    ObservedFactory() {
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    }

    @Nullable
    HttpClient built() {
        return built.get();
    }

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        HttpClient.Builder builder = super.createNewHttpClientBuilder();
        return (HttpClient.Builder) Proxy.newProxyInstance(
                ObservedFactory.class.getClassLoader(),
                new Class<?>[] {HttpClient.Builder.class},
                (proxy, method, arguments) -> observed(proxy, builder, method, arguments));
    }

    private Object observed(Object proxy, HttpClient.Builder builder, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            Object result = method.invoke(builder, arguments);
            if (result instanceof HttpClient client) {
                built.set(client);
            }
            return result == builder ? proxy : result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
