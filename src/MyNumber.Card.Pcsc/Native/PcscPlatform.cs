using MyNumber.Card.Pcsc.Errors;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>Picks the layer of the platform that the program runs on.</summary>
internal static class PcscPlatform
{
    private static readonly Lazy<IPcscNative> _current = new(Create);

    /// <summary>The layer of this platform; nothing is loaded until its first call.</summary>
    /// <exception cref="PcscException">The platform has no PC/SC.</exception>
    public static IPcscNative Current => _current.Value;

    private static PcscNative Create() =>
        OperatingSystem.IsWindows() ? new PcscNative(new WindowsWinscard(), new WindowsLayout())
        : OperatingSystem.IsMacOS() ? new PcscNative(new MacWinscard(), new MacLayout())
        : OperatingSystem.IsLinux() || OperatingSystem.IsFreeBSD() ? new PcscNative(new LinuxWinscard(), new LinuxLayout())
        : throw new PcscException(PcscErrors.LibraryMissing);
}
