using System.Globalization;
using System.Text;
using MyNumber.Jpki.Xml;

namespace DocumentSigning;

/// <summary>The documents before they are signed. Nobody in them exists.</summary>
internal static class Papers
{
    public const string ApplicationSpace = "urn:example:application";

    public static byte[] Text { get; } = Encoding.UTF8.GetBytes("口座開設の申込書\n支店 本店\n種類 普通預金\n");

    public static byte[] Application { get; } = Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <申請書 xmlns="{ApplicationSpace}">
          <構成情報 ID="composition"><支店>本店</支店><種類>普通預金</種類></構成情報>
          <署名情報></署名情報>
        </申請書>
        """);

    public static XmlElementPath SignaturePlace { get; } = XmlElementPath.Of(Step("申請書"), Step("署名情報"));

    public static XmlExpectation Whole { get; } = XmlExpectation.Enveloped(Step("申請書"));

    public static XmlExpectation Composition { get; } = XmlExpectation.Detached(SignaturePlace, XmlElementPath.Of(Step("申請書"), Step("構成情報")));

    /// <summary>A page with two lines, in the letters that every reader has.</summary>
    public static byte[] Page
    {
        get
        {
            const string Drawing = "BT /F1 18 Tf 72 720 Td (Application for an account) Tj 0 -30 Td (Monthly limit: 100000 yen) Tj ET";
            string[] objects =
            [
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                string.Create(CultureInfo.InvariantCulture, $"<< /Length {Drawing.Length} >>\nstream\n{Drawing}\nendstream"),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            ];
            StringBuilder file = new("%PDF-1.7\n"), table = new();
            for (int i = 0; i < objects.Length; i++)
            {
                table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
                file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
            }

            int start = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
            return Encoding.ASCII.GetBytes(file.ToString());
        }
    }

    /// <summary>Puts other words in the place of some, as somebody would who changes a document on its way.</summary>
    public static byte[] Swap(byte[] document, string words, string others)
    {
        byte[] from = Encoding.UTF8.GetBytes(words), to = Encoding.UTF8.GetBytes(others);
        int at = document.AsSpan().IndexOf(from);
        return at < 0 ? document : [.. document.AsSpan(0, at), .. to, .. document.AsSpan(at + from.Length)];
    }

    private static string Step(string name) => $"{{{ApplicationSpace}}}{name}";
}
