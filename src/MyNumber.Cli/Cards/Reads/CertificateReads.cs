using System.Security.Cryptography;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards.Reads;

/// <summary>The four certificates of the JPKI application: PEM as the answer, DER into a file.</summary>
internal static class CertificateReads
{
    public static Task<ExitCode> AuthenticationAsync(ReadJob job) => ReadAsync(job, (jpki, stop) => jpki.ReadCertificateAsync(JpkiKey.UserAuthentication, stop));

    public static Task<ExitCode> AuthenticationAuthorityAsync(ReadJob job) => ReadAsync(job, (jpki, stop) => jpki.ReadAuthorityCertificateAsync(JpkiKey.UserAuthentication, stop));

    public static Task<ExitCode> SignatureAsync(ReadJob job) => ReadAsync(job, (jpki, stop) => jpki.ReadCertificateAsync(JpkiKey.Signature, stop));

    public static Task<ExitCode> SignatureAuthorityAsync(ReadJob job) => ReadAsync(job, (jpki, stop) => jpki.ReadAuthorityCertificateAsync(JpkiKey.Signature, stop));

    private static async Task<ExitCode> ReadAsync(ReadJob job, Func<JpkiApplication, CancellationToken, ValueTask<byte[]>> read)
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(job.Session, job.Cancellation).ConfigureAwait(false);
        if (!await job.OpenAsync().ConfigureAwait(false))
        {
            return ExitCode.Refused;
        }

        byte[] der = await read(jpki, job.Cancellation).ConfigureAwait(false);
        if (job.Out is not { } path)
        {
            string pem = PemEncoding.WriteString("CERTIFICATE", der);
            return job.Context.Report.Succeed(pem, [("certificate", pem)]);
        }

        return PrivateFile.TryWrite(path, der, job.Context) ? FaceFiles.TellWritten([("certificate", der.Length)], job.Context) : ExitCode.Undetermined;
    }
}
