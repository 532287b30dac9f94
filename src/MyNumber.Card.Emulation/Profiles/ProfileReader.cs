using System.Text.Json;
using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Profiles.Json;
using static MyNumber.Card.Emulation.Profiles.ProfileSyntax;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Turns a profile document into checked definitions; every mistake is a <see cref="FormatException"/>.</summary>
internal static class ProfileReader
{
    private static readonly string[] EmbeddedNames = ["issuer", "input-support", "surface", "residence", "common"];

    public static (byte[] AnswerToReset, ApplicationDefinition[] Applications) Read(ProfileDocument document)
    {
        byte[] answerToReset = Bytes(document.AnswerToReset, 2, 33, "answerToReset");
        ThrowUnless(document.TokenLabel.Length <= 32 && document.TokenLabel.All(char.IsAscii), "tokenLabel");
        ThrowUnless(document.Applications.Length > 0 && HoldsNoNull(document.Applications), "applications");
        string[] unset = document.UnsetSecrets ?? [];
        ThrowUnless(HoldsNoNull(unset), "unsetSecrets");
        ApplicationDefinition[] applications = [.. document.Applications.Select(item => Unset(ReadApplication(item), unset))];
        ThrowUnless(applications.Select(item => item.Name).Distinct(StringComparer.Ordinal).Count() == applications.Length, "applications");
        return (answerToReset, applications);
    }

    private static ApplicationDefinition ReadApplication(ApplicationDocument document)
    {
        if (document.Embedded is not { } name)
        {
            return ReadOwn(document);
        }

        ThrowUnless(EmbeddedNames.Contains(name, StringComparer.Ordinal) && document is { Name: null, Aid: null, Files: null }, "embedded");
        return ReadOwn(JsonSerializer.Deserialize(EmbeddedFile.Read($"{name}.json"), EmulationJsonContext.Default.ApplicationDocument)!);
    }

    private static ApplicationDefinition ReadOwn(ApplicationDocument document)
    {
        string name = document.Name ?? throw Invalid("name");
        byte[] identifier = Bytes(document.Aid, 5, 16, name);
        FileDocument[] files = document.Files ?? throw Invalid(name);
        ThrowUnless(HoldsNoNull(files) && HoldsNoNull(document.Data ?? []), name);
        FileReader reader = new(name, files);
        return new ApplicationDefinition(name, identifier, reader.Read())
        {
            Data = [.. (document.Data ?? []).Select(item =>
                new ApplicationDefinition.DataDefinition(Identifier(item.Tag), item.Content, FixedBytes(item.Hex, name)))],
            SessionKey = document.SessionKey is { } key ? ReadSessionKey(key, reader, name) : null,
        };
    }

    private static ApplicationDefinition.SessionKeyDefinition ReadSessionKey(ApplicationDocument.SessionKeyDocument document, FileReader reader, string name)
    {
        ThrowUnless(document.Open is null != document.Refusal is null, name);
        return document.Refusal is { } refusal
            ? new ApplicationDefinition.SessionKeyDefinition(AccessRule.Never, Identifier(refusal))
            : new ApplicationDefinition.SessionKeyDefinition(reader.Rule(document.Open, name), 0);
    }

    private static ApplicationDefinition Unset(ApplicationDefinition application, string[] secrets) => application with
    {
        Files = [.. application.Files.Select(file => secrets.Contains(file.Secret, StringComparer.Ordinal)
            ? file with { Secret = SecretNames.None }
            : file)],
    };
}
