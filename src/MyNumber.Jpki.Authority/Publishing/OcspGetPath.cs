using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Reads the last part of a GET request's path: URL-encoded base64 (RFC 6960 appendix A.1).</summary>
internal static class OcspGetPath
{
    /// <summary>The request's bytes, empty when the text is no base64 or too long.</summary>
    internal static ReadOnlyMemory<byte> Decode(string path, int mostBytes)
    {
        if (path.Length > mostBytes * 4)
        {
            return default;
        }

        byte[] text = Encoding.UTF8.GetBytes(path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path);
        return Base64.DecodeFromUtf8InPlace(text, out int written) == OperationStatus.Done ? text.AsMemory(0, written) : default;
    }
}
