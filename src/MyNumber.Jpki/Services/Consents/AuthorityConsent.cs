namespace MyNumber.Jpki.Services.Consents;

/// <summary>The authority's answer about one consent.</summary>
/// <param name="State">How it stands there.</param>
/// <param name="ReflectedOn">The day in Japan on which it was reflected; needed when it stands.</param>
public readonly record struct AuthorityConsent(AuthorityConsentState State, DateOnly? ReflectedOn = null);
