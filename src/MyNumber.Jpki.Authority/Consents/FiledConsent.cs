using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Consents;

namespace MyNumber.Jpki.Authority.Consents;

/// <summary>A consent as the authority keeps it: for which service, and whose signature certificate signed it.</summary>
internal sealed record FiledConsent(string Service, CertificateIdentity Holder, DateTimeOffset ReflectedAt)
{
    public bool IsRevoked { get; init; }

    public bool IsWiped { get; init; }

    /// <summary>The day in Japan on which it is reflected.</summary>
    public DateOnly ReflectedOn => ValidityRule.JapanDay(ReflectedAt);

    public override string ToString() => "FiledConsent(***)";

    /// <summary>Its ten years count from the day after it was reflected.</summary>
    public bool IsOver(DateTimeOffset now) => IsRevoked || ValidityRule.JapanDay(now) >= ReflectedOn.AddDays(1).AddYears(Consent.Years);

    public AuthorityConsentState StateAt(DateTimeOffset now) =>
        IsWiped ? AuthorityConsentState.NotReflected
        : IsRevoked ? AuthorityConsentState.Revoked
        : now < ReflectedAt || IsOver(now) ? AuthorityConsentState.NotReflected
        : AuthorityConsentState.Stands;
}
