package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/**
 * The value of {@code --device}: a device of the host, HOST[:CONTAINER][:PERMISSIONS], or the name
 * that a driver gives one, such as {@code vendor.com/class=name}.
 */
record DeviceMapping(String onHost, String inContainer, String permissions) {

    private static final String ALL = "rwm";
    private static final Pattern PERMISSIONS = Pattern.compile("(?!.*(.).*\\1)[rwm]{1,3}");
    private static final Pattern NAMED =
            Pattern.compile("[A-Za-z][\\w.-]*/[A-Za-z][\\w.-]*=[A-Za-z0-9][\\w.:-]*");

    /**
     * @throws IllegalArgumentException naming the value and the form
     */
    static DeviceMapping parse(String text) {
        if (NAMED.matcher(text).matches()) {
            return new DeviceMapping(text, "", "");
        }
        var parts = text.split(":", -1);
        boolean shortForm = parts.length == 2 && PERMISSIONS.matcher(parts[1]).matches();
        var own = parts.length == 1 || shortForm ? parts[0] : parts[1];
        var permissions = parts.length == 3 ? parts[2] : shortForm ? parts[1] : ALL;
        if (parts.length > 3
                || parts[0].isEmpty()
                || !own.startsWith("/")
                || !PERMISSIONS.matcher(permissions).matches()) {
            throw new IllegalArgumentException(
                    "invalid device '%s': use HOST[:CONTAINER][:PERMISSIONS], such as /dev/fuse, /dev/sda:/dev/xvda or /dev/sda:r"
                            .formatted(text));
        }
        return new DeviceMapping(parts[0], own, permissions);
    }

    /** Whether a driver knows the device by this name (CDI); otherwise it is a path. */
    boolean named() {
        return inContainer.isEmpty();
    }

    /** Writes a path into the host's part of a create form. */
    void into(JsonForm host) {
        host.element("Devices")
                .text("PathOnHost", onHost)
                .text("PathInContainer", inContainer)
                .text("CgroupPermissions", permissions);
    }

    static final class Converter implements ITypeConverter<DeviceMapping> {
        @Override
        public DeviceMapping convert(String text) {
            return Converters.checked(DeviceMapping::parse, text);
        }
    }
}
