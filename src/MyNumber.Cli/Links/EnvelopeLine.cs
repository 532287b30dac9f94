using System.Buffers;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Links;

/// <summary>An agency code on a line: the eighteen bytes of its envelope as 36 hexadecimal digits of either case.</summary>
internal static class EnvelopeLine
{
    /// <summary>Reads the bytes; what they say is not looked at.</summary>
    /// <param name="line">The line.</param>
    /// <param name="envelope">Eighteen bytes.</param>
    /// <returns>Whether the line has the shape.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> line, Span<byte> envelope) =>
        line.Length == AgencyCode.Length * 2 && Convert.FromHexString(line, envelope, out _, out _) == OperationStatus.Done;
}
