using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Certificates;

/// <summary>A certificate in a file, DER or PEM.</summary>
internal static class CertificateInput
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads it, or says why not and gives the code: 3 for a file that cannot be read, 1 for one that holds no certificate.</summary>
    public static JpkiCertificate? Read(string path, string name, VerbContext context, out ExitCode code)
    {
        code = ExitCode.Undetermined;
        if (FileBytes.Read(path, name, context, MostBytes) is not { } content)
        {
            return null;
        }

        if (JpkiCertificate.TryParse(PemText.Decode(content).Span, out JpkiCertificate? certificate, out CertificatePart flaw))
        {
            return certificate;
        }

        code = context.Report.Fail(ExitCode.Refused, [context.Language.Pick($"{name}: The file holds no certificate that can be read ({flaw}).", $"{name}: 読み取れる電子証明書ではありません ({flaw})。")]);
        return null;
    }
}
