using System.Globalization;
using Microsoft.Extensions.Configuration;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>Reads options from a configuration section, by hand so that ahead-of-time compilation keeps it and a wrong key is noticed.</summary>
internal static class JpkiConfiguration
{
    private static readonly string[] Keys =
        [
            "Environment", "Signature", "UserAuthentication", "OcspAddress", "OcspTimeout", "UseCertificateOcspAddress", "StatusMaximumAge", "CrlFolder", "CrlInterval", "ListMaximumAge",
            "StartEvenThoughEveryKeptListIsPastItsNextUpdate", "Origin", "Audience", "AgentAddress", "ChallengeLifetime",
        ];

    private static readonly string[] PurposeKeys = ["AnchorFiles", "Policies", "OcspAddress", "CrlAddresses"];

    private static readonly string[] NestedKeys = ["Signature", "UserAuthentication", "AnchorFiles", "Policies", "CrlAddresses"];

    public static void Read(IConfiguration section, JpkiOptions options)
    {
        RequireKnown(section, Keys);
        options.Environment = Take<JpkiEnvironment>(section, "Environment", Environment, "Production, Test or Lab") ?? options.Environment;
        ReadPurpose(section.GetSection("Signature"), options.Signature, CertificateProfiles.CardSignature);
        ReadPurpose(section.GetSection("UserAuthentication"), options.UserAuthentication, CertificateProfiles.CardUserAuthentication);
        options.Ocsp = options.Ocsp with
        {
            ResponderAddress = TakeAddress(section, "OcspAddress") ?? options.Ocsp.ResponderAddress,
            Timeout = TakeSpan(section, "OcspTimeout") ?? options.Ocsp.Timeout,
            UseCertificateAddress = TakeChoice(section, "UseCertificateOcspAddress") ?? options.Ocsp.UseCertificateAddress,
        };
        options.StatusCache = options.StatusCache with { MaximumAge = TakeSpan(section, "StatusMaximumAge") ?? options.StatusCache.MaximumAge };
        options.CrlDownload = options.CrlDownload with { Interval = TakeSpan(section, "CrlInterval") ?? options.CrlDownload.Interval };
        options.ListMaximumAge = TakeSpan(section, "ListMaximumAge") ?? options.ListMaximumAge;
        options.CrlFolder = section["CrlFolder"] ?? options.CrlFolder;
        options.StartEvenThoughEveryKeptListIsPastItsNextUpdate = TakeChoice(section, "StartEvenThoughEveryKeptListIsPastItsNextUpdate") ?? options.StartEvenThoughEveryKeptListIsPastItsNextUpdate;
        options.Origin = section["Origin"] ?? options.Origin;
        options.Audience = section["Audience"] ?? options.Audience;
        options.AgentAddress = TakeAddress(section, "AgentAddress") ?? options.AgentAddress;
        options.ChallengeLifetime = TakeSpan(section, "ChallengeLifetime") ?? options.ChallengeLifetime;
    }

    private static void ReadPurpose(IConfigurationSection section, JpkiPurposeOptions options, CertificateProfile card)
    {
        RequireKnown(section, PurposeKeys);
        foreach (IConfigurationSection file in section.GetSection("AnchorFiles").GetChildren())
        {
            options.AnchorFiles.Add(file.Value ?? throw Wrong(file, "the name of a file"));
        }

        foreach (IConfigurationSection policy in section.GetSection("Policies").GetChildren())
        {
            options.Profiles.Add(card with { Policy = IsObjectIdentifier(policy.Value) ? policy.Value! : throw Wrong(policy, "an object identifier such as 1.2.392.200149.8.5.1.1.20") });
        }

        options.OcspAddress = TakeAddress(section, "OcspAddress") ?? options.OcspAddress;
        foreach (IConfigurationSection address in section.GetSection("CrlAddresses").GetChildren())
        {
            options.CrlAddresses.Add(Address(address.Value ?? string.Empty) ?? throw Wrong(address, "an absolute http or https address"));
        }
    }

    private static void RequireKnown(IConfiguration section, string[] keys)
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"'{child.Path}' is no setting of JPKI. Settings here are: {string.Join(", ", keys)}.");
            }

            bool isNested = NestedKeys.Contains(child.Key, StringComparer.OrdinalIgnoreCase);
            if (isNested ? !string.IsNullOrEmpty(child.Value) : child.GetChildren().Any())
            {
                throw Wrong(child, isNested ? "what belongs to it below it, in a list or under names of its own" : "one value");
            }
        }
    }

    private static T? Take<T>(IConfiguration section, string key, Func<string, T?> parse, string shape)
        where T : struct =>
        section[key] is not { } text ? null : parse(text) ?? throw Wrong(section.GetSection(key), shape);

    private static bool? TakeChoice(IConfiguration section, string key) =>
        Take<bool>(section, key, text => bool.TryParse(text, out bool value) ? value : (bool?)null, "true or false");

    private static TimeSpan? TakeSpan(IConfiguration section, string key) =>
        Take<TimeSpan>(section, key, Span, "a span of time such as 00:15:00");

    // A bare number would be days.
    private static TimeSpan? Span(string text) => text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) ? value : null;

    private static Uri? TakeAddress(IConfiguration section, string key) =>
        section[key] is not { } text ? null : Address(text) ?? throw Wrong(section.GetSection(key), "an absolute http or https address");

    private static bool IsObjectIdentifier(string? text) =>
        text?.Split('.') is [{ Length: 1 } first, _, ..] arcs && first[0] is >= '0' and <= '2' && arcs.All(arc => arc.Length != 0 && arc.All(char.IsAsciiDigit));

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && SiteOrigin.IsHttp(address) ? address : null;

    private static JpkiEnvironment? Environment(string text) =>
        text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out JpkiEnvironment value) ? value : null;

    private static InvalidOperationException Wrong(IConfigurationSection setting, string shape) =>
        new($"The setting '{setting.Path}' cannot be read: write {shape}.");
}
