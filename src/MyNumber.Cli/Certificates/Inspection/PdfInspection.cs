using System.Globalization;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>The rows of a PDF file: revisions, and what each signature says it is. Nothing is verified.</summary>
internal static class PdfInspection
{
    public static void Write(PdfContents pdf, FieldRows rows)
    {
        rows.Add("revisions", "revisions", "版 (追記) の数", Number(pdf.Revisions));
        rows.Add("signatures", "signatures", "署名の数", Number(pdf.Signatures.Count(signature => !signature.IsDocumentTimestamp)));
        rows.Add("documentTimestamps", "document timestamps", "文書タイムスタンプの数", Number(pdf.Signatures.Count(signature => signature.IsDocumentTimestamp)));
        foreach ((int index, PdfSignatureEntry signature) in pdf.Signatures.Index())
        {
            Write(signature, index + 1, rows);
        }
    }

    private static void Write(PdfSignatureEntry signature, int number, FieldRows rows)
    {
        string place = number == 1 ? string.Empty : Number(number);
        Language language = rows.Language;
        rows.Add($"revision{place}", $"signature {Number(number)}, brought by revision", $"署名 {Number(number)} が加わった版", Number(signature.Revision));
        rows.AddPersonal($"field{place}", "field", "フィールド", signature.FieldName);
        rows.Add($"form{place}", "form", "形式", signature.SubFilter);
        rows.Add($"reachesEnd{place}", "reaches the end of the file", "ファイルの末尾まで対象とする", signature.ReachesEnd switch
        {
            true => language.Pick("yes", "はい"),
            false => language.Pick("no, something follows", "いいえ (後に追記がある)"),
            null => language.Pick("cannot be read", "読み取れません"),
        });
        if (signature.IsDocumentTimestamp && TimestampToken.TryParse(signature.Message.Span, out TimestampToken? token))
        {
            TimestampInspection.Write(token, place, rows);
        }
        else if (CmsSignedDocument.TryParse(signature.Message.Span, out CmsSignedDocument? message, out _) && message.Signers.Count == 1)
        {
            rows.Add($"certificates{place}", "certificates inside", "含まれる証明書", string.Join(", ", message.Certificates.Select(der => DocumentInspection.Name(der, language))));
            DocumentInspection.Write(message.Signers[0], place, rows);
        }
        else
        {
            rows.Add($"message{place}", "message", "署名データ", language.Pick("cannot be read", "読み取れません"));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
