using System.Text;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>The shapes of files that are signed: what is direct and what stands elsewhere, what is shared, what was prepared for an attack.</summary>
internal static class PdfLayouts
{
    private const string Media = "/Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]";
    private const string Drawing = "<< /Length 21 >>\nstream\n10 10 m 190 190 l S  \nendstream";
    private const int LongLength = 20_000;
    private const string Long = "<< /Length 20000 >>\nstream\n";
    private const string Last = "/Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>]";

    public static IEnumerable<PdfSeed> Sign(Func<byte[], byte[]> sign)
    {
        yield return Make(sign, new PdfSeed { Lists = [1, 3] });
        yield return Make(sign, new PdfSeed { Lists = [1, 3], IsPacked = true });
        yield return Make(sign, new PdfSeed { Lists = [1, 3], IsLast = true }, (5, $"<< {HandSigner.Plain} {Last} >>"));
        yield return Make(
            sign, new PdfSeed { Lists = [12, 13], Empty = 16, Trailer = "/Root 1 0 R /Info 14 0 R" },
            (1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 11 0 R >>"), (3, $"<< {Media} /Contents [4 0 R 10 0 R] /Resources 9 0 R /Annots 13 0 R >>"), (9, "<< /Font << /F 15 0 R >> >>"), (10, Drawing),
            (11, "<< /Fields 12 0 R /SigFlags 3 /DA (/F 9 Tf) >>"), (12, "[15 0 R 16 0 R 6 0 R]"), (13, "[16 0 R 6 0 R]"), (14, "<< /Title (A) >>"), (15, "<< /FT /Tx /T (text) /V (old) >>"),
            (16, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (empty) /F 132 /P 3 0 R /Rect [0 0 0 0] >>"));
        yield return Make(
            sign, new PdfSeed { Shared = 11 },
            (1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 9 0 R >>"), (2, "<< /Type /Pages /Kids [3 0 R 10 0 R] /Count 2 >>"), (3, $"<< {Media} /Contents 4 0 R /Resources 9 0 R /Annots 11 0 R >>"),
            (9, "<< /Fields 11 0 R /SigFlags 3 >>"), (10, $"<< {Media} /Contents 11 0 R /Resources 1 0 R /Annots 12 0 R /Group 12 0 R >>"), (11, "[6 0 R]"), (12, "[4 0 R 6 0 R]"));
        yield return Make(
            sign, new PdfSeed { Missing = [60, 61, 62] },
            (3, $"<< {Media} /Aa 9 5 R /Contents [4 3 R 60 0 R] /Resources 9 0 R /Zz 9 7 R /Annots [6 0 R] >>"), (4, Drawing), (9, "<< /XObject << /X 61 0 R /Y [62 0 R] >> >>"));
        yield return Make(sign, new PdfSeed { IsOpen = true }, (4, $"{Long}BT (\nendstream"));
        yield return Make(sign, new PdfSeed { IsOpen = true }, (3, $"<< {Media} /Contents 4 0 R /Annots [6 0 R] /PieceInfo 9 0 R >>"), (9, "<< /A ("));
    }

    private static PdfSeed Make(Func<byte[], byte[]> sign, PdfSeed shape, params (int Number, string Text)[] objects)
    {
        Dictionary<int, (int Generation, string Text)> all = new()
        {
            [1] = (0, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>"),
            [2] = (0, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            [3] = (0, $"<< {Media} /Contents 4 0 R /Resources << >> /Annots [6 0 R] >>"),
            [4] = (shape.Missing.Count == 0 ? 0 : 3, Drawing),
            [5] = (0, $"<< {HandSigner.Plain} >>"),
            [6] = (0, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Hand) /V 5 0 R /F 132 /P 3 0 R /Rect [0 0 0 0] >>"),
        };
        foreach ((int number, string text) in objects)
        {
            all[number] = (all.GetValueOrDefault(number).Generation, text);
        }

        int size = all.Keys.Max() + 1;
        PdfBuilder builder = new();
        foreach ((int number, (int generation, string text)) in all)
        {
            builder = shape.IsPacked && number <= 3 ? builder.Pack(number, text) : builder.Add(number, text, generation);
        }

        byte[] file = shape.IsPacked ? builder.FinishPacked(size) : builder.Finish(size, shape.Trailer);
        int stream = file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Long));
        return shape with { File = HandSigner.Fill(file, sign), Objects = all, Size = size + 2, Beyond = stream < 0 ? 0 : stream + Long.Length + LongLength };
    }
}
