using System.Globalization;
using MyNumber.Card.Applications.Common;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards.Reads;

/// <summary>What the common application (共通) tells without a PIN.</summary>
internal static class CommonRead
{
    public static async Task<ExitCode> IdentityAsync(ReadJob job)
    {
        CommonApplication application = await CommonApplication.SelectAsync(job.Session, job.Cancellation).ConfigureAwait(false);
        CardIdentity identity = await application.ReadIdentityAsync(job.Cancellation).ConfigureAwait(false);
        return AnswerRows.Succeed(
            job.Context,
            ("serialNumber", "serial number", "製造番号等", identity.SerialNumber),
            ("municipality", "municipality", "市区町村コード", identity.Municipality),
            ("expiry", "expiry", "有効期限", identity.Expiry.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
