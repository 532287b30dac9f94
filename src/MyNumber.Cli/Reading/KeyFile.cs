using System.Buffers;
using System.Security.Cryptography;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Reading;

/// <summary>A key in a file; no verb takes one from an argument.</summary>
internal static class KeyFile
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private const int MostFileBytes = 4096;

    /// <summary>Reads a key file: 32 bytes, or 64 hexadecimal digits and perhaps a line end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="context">Where standard input is.</param>
    /// <param name="key">The key; the caller zeroes it.</param>
    /// <param name="reason">Why there is none; nothing of the file is in it.</param>
    public static bool TryRead(string path, VerbContext context, out byte[] key, out string reason)
    {
        key = [];
        if (!InputFile.TryOpen(path, context, out Stream? stream, out reason))
        {
            return false;
        }

        byte[] content = new byte[MostFileBytes];
        try
        {
            using (stream)
            {
                int length = Waiting.ReadAll(stream!, content, context.Cancellation);
                key = Decode(content.AsSpan(0, length));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            reason = InputFile.Explain(fault, path, context.Language);
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }

        reason = key.Length == 0 ? context.Language.Pick("The key file holds neither 32 bytes nor 64 hexadecimal digits.", "鍵ファイルは32バイトか16進64桁でなければなりません。") : string.Empty;
        return key.Length > 0;
    }

    private static byte[] Decode(ReadOnlySpan<byte> content)
    {
        if (content.Length == Length)
        {
            return content.ToArray();
        }

        byte[] key = new byte[Length];
        ReadOnlySpan<byte> digits = content.TrimEnd("\r\n"u8);
        bool isHex = digits.Length == Length * 2 && Convert.FromHexString(digits, key, out _, out _) == OperationStatus.Done;
        return isHex ? key : [];
    }
}
