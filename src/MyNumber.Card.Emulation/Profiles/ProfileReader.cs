using System.Globalization;
using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Turns a profile document into checked definitions; every mistake is a <see cref="FormatException"/>.</summary>
internal static class ProfileReader
{
    private const string Always = "always";

    // READ BINARY reaches 15 bits of offset.
    private const int MaximumFileSize = 0x8000;

    public static (byte[] AnswerToReset, ApplicationDefinition[] Applications) Read(ProfileDocument document)
    {
        byte[] answerToReset = Bytes(document.AnswerToReset, 2, 33, "answerToReset");
        ThrowUnless(document.TokenLabel.Length <= 32 && document.TokenLabel.All(char.IsAscii), "tokenLabel");
        ThrowUnless(document.Applications.Length > 0 && HoldsNoNull(document.Applications), "applications");
        return (answerToReset, [.. document.Applications.Select(ReadApplication)]);
    }

    private static ApplicationDefinition ReadApplication(ProfileDocument.ApplicationDocument document)
    {
        byte[] identifier = Bytes(document.Aid, 5, 16, document.Name);
        ThrowUnless(HoldsNoNull(document.Files), document.Name);
        FileDefinition[] files = [.. document.Files.Select(file => ReadFile(document, file))];
        ThrowUnless(files.Select(file => file.Id).Distinct().Count() == files.Length, document.Name);
        return new ApplicationDefinition(document.Name, identifier, files);
    }

    private static FileDefinition ReadFile(ProfileDocument.ApplicationDocument application, ProfileDocument.FileDocument document)
    {
        ushort id = Identifier(document.Id);
        string path = string.Create(CultureInfo.InvariantCulture, $"{application.Name}/{id:X4}");
        AccessRules access = new()
        {
            Read = Rule(document.Read, application, path),
            Verify = Rule(document.Verify, application, path),
            Change = Rule(document.Change, application, path),
            Sign = Rule(document.Sign, application, path),
        };
        return document.Kind switch
        {
            "transparent" => ReadTransparent(new FileDefinition(id, FileKind.Transparent, path, access), document),
            "pin" => ReadPin(new FileDefinition(id, FileKind.Pin, path, access), document),
            "key" => new FileDefinition(id, FileKind.Key, path, access) { Key = Purpose(document.Key, path) },
            _ => throw Invalid(path),
        };
    }

    private static FileDefinition ReadTransparent(FileDefinition file, ProfileDocument.FileDocument document)
    {
        ThrowUnless(document.Content is not null && document.Size is null or (> 0 and <= MaximumFileSize), file.Path);
        return file with
        {
            Content = document.Content!,
            Size = document.Size,
            Fixed = document.Hex is null ? [] : Bytes(document.Hex, 1, MaximumFileSize, file.Path),
        };
    }

    private static FileDefinition ReadPin(FileDefinition file, ProfileDocument.FileDocument document)
    {
        ThrowUnless(document.Secret is not null && document.Tries is null or (>= 1 and <= 15), file.Path);
        return file with { Secret = document.Secret!, Tries = document.Tries };
    }

    private static AccessRule Rule(string[]? names, ProfileDocument.ApplicationDocument application, string path)
    {
        if (names is null or [])
        {
            return AccessRule.Never;
        }

        if (names is [Always])
        {
            return AccessRule.Always;
        }

        ThrowUnless(names.All(name => application.Files.Any(file => file.Kind == "pin" && file.Id == name)), path);
        return AccessRule.AnyOf([.. names.Select(Identifier)]);
    }

    private static CardKeyPurpose Purpose(string? name, string path) => name switch
    {
        "userAuthentication" => CardKeyPurpose.UserAuthentication,
        "signature" => CardKeyPurpose.Signature,
        _ => throw Invalid(path),
    };

    private static ushort Identifier(string text) =>
        text.Length == 4 && ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort id) ? id : throw Invalid("id");

    private static byte[] Bytes(string hex, int minimum, int maximum, string where)
    {
        ThrowUnless(hex.Length % 2 == 0 && hex.Length >= minimum * 2 && hex.Length <= maximum * 2 && hex.All(char.IsAsciiHexDigit), where);
        return Convert.FromHexString(hex);
    }

    // The serialiser keeps null out of members, but not out of the items of an array.
    private static bool HoldsNoNull(object?[] items) => !items.Contains(null);

    private static void ThrowUnless(bool valid, string where)
    {
        if (!valid)
        {
            throw Invalid(where);
        }
    }

    private static FormatException Invalid(string where) => new($"The profile document is not valid at {where}.");
}
