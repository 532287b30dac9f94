using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Jpki.Pdf.Signing;

/// <summary>The signature dictionary with room for the ranges and the message, filled in when the rest of the file stands.</summary>
internal sealed class SignaturePlaceholder
{
    private const string Ranges = "[0 0000000000 0000000000 0000000000]";

    private readonly byte[] _text;
    private readonly int _ranges;
    private readonly int _hole;
    private readonly int _reserved;

    public SignaturePlaceholder(PdfSigningOptions options, DateTimeOffset time, int reserved)
    {
        StringBuilder text = new("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange ");
        _ranges = text.Length;
        text.Append(Ranges).Append(" /Contents ");
        _hole = text.Length;
        _reserved = reserved;
        text.Append('<').Append('0', 2 * reserved).Append('>').Append(" /M ").Append(TextString.Write(time));
        foreach ((string key, string? value) in ((string, string?)[])[("Reason", options.Reason), ("Location", options.Location), ("Name", options.Name)])
        {
            text.Append(value is null ? string.Empty : $" /{key} {TextString.Write(value)}");
        }

        _text = Encoding.ASCII.GetBytes(text.Append(" >>").ToString());
    }

    public ReadOnlySpan<byte> Text => _text;

    /// <summary>Enters the ranges, and hashes what they cover.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="start">Where this dictionary begins in it.</param>
    /// <param name="algorithm">The hash.</param>
    public byte[] Hash(byte[] file, int start, HashAlgorithmName algorithm)
    {
        int open = start + _hole, close = open + (2 * _reserved) + 2;
        string ranges = string.Create(CultureInfo.InvariantCulture, $"[0 {open} {close} {file.Length - close}]").PadRight(Ranges.Length);
        Encoding.ASCII.GetBytes(ranges).CopyTo(file, start + _ranges);
        using IncrementalHash hash = IncrementalHash.CreateHash(algorithm);
        hash.AppendData(file, 0, open);
        hash.AppendData(file, close, file.Length - close);
        return hash.GetHashAndReset();
    }

    public void Fill(byte[] file, int start, byte[] message)
    {
        if (message.Length > _reserved)
        {
            throw new ArgumentException("The message is longer than the room that was kept for it.", nameof(message));
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(message)).CopyTo(file, start + _hole + 1);
    }
}
