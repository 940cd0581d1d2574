package io.herd.engine.docker.http;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** An HTTP response whose body is still to be read; closing it closes the connection. */
public record SocketResponse(ResponseHead head, InputStream body, Connection connection)
        implements Response {

    /** The words after the status; may be empty. */
    public String reason() {
        return head.reason();
    }

    /** Whether the body says by itself where it ends. */
    public boolean framed() {
        return head.framed();
    }

    @Override
    public int getStatusCode() {
        return head.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return head.headers();
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {
        connection.close();
    }
}
