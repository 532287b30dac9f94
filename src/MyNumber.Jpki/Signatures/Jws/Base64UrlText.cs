using System.Buffers;
using System.Buffers.Text;

namespace MyNumber.Jpki.Signatures.Jws;

/// <summary>base64url without padding (RFC 7515 §2), strictly: no other character, and of the two texts that decode alike only the one that encoding gives.</summary>
internal static class Base64UrlText
{
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept(Alphabet) || text.Length % 4 == 1)
        {
            return null;
        }

        byte[] bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromChars(text, bytes, out _, out int written) == OperationStatus.Done && text.SequenceEqual(Encode(bytes.AsSpan(0, written))) ? bytes[..written] : null;
    }
}
