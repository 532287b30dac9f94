using System.Globalization;
using System.Text;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>Signs files whose objects were written by hand, so that the dictionary of a signature and what is around it can be of any shape.</summary>
public static class HandSigner
{
    private const int Room = 4096;
    private const string Ranges = "[0 0000000000 0000000000 0000000000]";

    /// <summary>Room for ranges and a message; it stands in the text of a signature dictionary.</summary>
    public static string Hole { get; } = $"/ByteRange {Ranges} /Contents <{new string('0', 2 * Room)}>";

    /// <summary>The entries of a dictionary as most programs write them.</summary>
    public static string Plain { get; } = $"/Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached {Hole}";

    /// <summary>One page with the field 6 and the signature 5.</summary>
    /// <param name="entries">The entries of the signature dictionary.</param>
    public static PdfBuilder Page(string entries) => PdfBuilder.Page
        .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>")
        .Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> /Annots [6 0 R] >>")
        .Add(5, $"<< {entries} >>")
        .Add(6, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Hand) /V 5 0 R /F 132 /P 3 0 R /Rect [0 0 0 0] >>");

    /// <summary>Fills the last hole of a file with a message over what is around it.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="sign">Makes the message for a content.</param>
    public static byte[] Fill(byte[] pdf, Func<byte[], byte[]> sign)
    {
        string text = Encoding.Latin1.GetString(pdf);
        int ranges = text.LastIndexOf(Ranges, StringComparison.Ordinal), open = text.IndexOf('<', ranges), close = open + (2 * Room) + 2;
        string real = string.Create(CultureInfo.InvariantCulture, $"[0 {open} {close} {text.Length - close}]").PadRight(Ranges.Length);
        text = text[..ranges] + real + text[(ranges + Ranges.Length)..];
        byte[] message = sign(Encoding.Latin1.GetBytes(text[..open] + text[close..]));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Length, Room, nameof(sign));
        return Encoding.Latin1.GetBytes(text[..(open + 1)] + Convert.ToHexString(message).PadRight(2 * Room, '0') + text[(close - 1)..]);
    }
}
