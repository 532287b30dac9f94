using System.Globalization;
using System.Text;
using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>Damages a signed file where its structure is: pieces of the same length, numbers, and updates behind it.</summary>
internal static class PdfDamage
{
    private const int SignatureLength = 256; // RSA of 2048 bits

    private static readonly string[] _words = ["/ByteRange", "/Contents", "/V ", "/Prev", "/Size", "/Root", "/Type", "/FT", "/Fields", "/Annots", "/Kids", "/W ", "/Index", "/Length", "obj", "endobj", "startxref", "xref", "%%EOF", " n ", " f ", " R", "<<", ">>", "["];
    private static readonly string[] _objects =
    [
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>", "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] >> >>", "null", "[6 0 R]", "[6 0 R 7 0 R]",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> /Annots [6 0 R] >>", "<< /Length 4 >>\nstream\n0 g \nendstream", "<< /DSS << >> >>",
        "<< /FT /Sig /T (x) /V 5 0 R /Rect [0 0 0 0] >>", "<< /Type /Sig /Filter /A /SubFilter /adbe.pkcs7.detached /ByteRange [0 9 9 9] /Contents <3000> >>",
    ];

    public static byte[] Apply(FuzzRandom random, byte[] input)
    {
        byte[] bytes = random.OneIn(2) ? Append(random, input) : [.. input];
        for (int steps = random.Below(3); steps > 0; steps--)
        {
            int at = Place(random, bytes);
            int length = Math.Min(1 + random.Below(4), bytes.Length - at);
            for (int i = at; i < at + length; i++)
            {
                bytes[i] = random.Pick((byte)('0' + random.Below(10)), (byte)' ', (byte)'/', (byte)'<', (byte)'>', bytes[i], bytes[i]);
            }
        }

        return bytes;
    }

    /// <summary>Changes one digit of the value of the last signature, which is an RSA one and the end of its message; all else is as it was signed.</summary>
    public static byte[] Spoil(FuzzRandom random, byte[] input)
    {
        byte[] bytes = [.. input];
        int message = bytes.AsSpan().LastIndexOf("/Contents <3082"u8) + "/Contents <".Length;
        int digits = 2 * (4 + int.Parse(Encoding.ASCII.GetString(bytes, message + 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        int at = message + digits - 1 - random.Below(2 * SignatureLength);
        int digit = Convert.FromHexString($"0{(char)bytes[at]}")[0];
        bytes[at] = (byte)"0123456789ABCDEF"[digit ^ (1 + random.Below(15))];
        return bytes;
    }

    private static byte[] Append(FuzzRandom random, byte[] input)
    {
        PdfBuilder builder = new(input);
        for (int count = 1 + random.Below(3); count > 0; count--)
        {
            int number = 1 + random.Below(12);
            builder = random.OneIn(2) ? builder.Add(number, random.Pick(_objects)) : builder.Add(number, "<< >>");
        }

        return builder.Finish(Math.Max(12, PdfBuilder.LastSize(input)) + random.Below(3), previous: PdfBuilder.LastStart(input));
    }

    /// <summary>A place behind one of the words, for most of the file is digits of the signature.</summary>
    private static int Place(FuzzRandom random, byte[] bytes)
    {
        ReadOnlySpan<byte> word = Encoding.ASCII.GetBytes(random.Pick(_words));
        int found = bytes.AsSpan(random.Below(bytes.Length)).IndexOf(word);
        int start = found < 0 ? bytes.AsSpan().LastIndexOf(word) : bytes.AsSpan().IndexOf(word);
        return Math.Min(bytes.Length - 1, Math.Max(0, start) + word.Length + random.Below(12));
    }
}
