using MyNumber.Jpki.Certificates;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Reports;

/// <summary>The holder as it stands in the JSON; only where the caller asked for it by name.</summary>
internal sealed record ReportHolder(string SerialNumber, string? Name, string? Address, string? BirthDate, Sex? Sex)
{
    public static ReportHolder? Of(JpkiCertificate? certificate, VerificationOutcome outcome, ReportOptions? options)
    {
        if (options?.IncludeHolder != true || outcome != VerificationOutcome.Valid || certificate is null)
        {
            return null;
        }

        FourAttributes? four = certificate.Holder?.Attributes;
        return new(Convert.ToHexString(certificate.SerialNumber.Span), four?.Name, four?.Address, four?.BirthDate.ToCardForm(), four?.Sex);
    }

    public override string ToString() => "ReportHolder(***)";
}
