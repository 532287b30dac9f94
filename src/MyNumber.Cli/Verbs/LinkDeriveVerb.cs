using System.CommandLine;
using System.Security.Cryptography;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Links;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Verbs;

/// <summary><c>link derive [FILE]</c>: the agency codes of one holder, from resident record codes.</summary>
internal sealed class LinkDeriveVerb : IVerb
{
    private readonly CodeOptions _options = new("resident record codes");
    private readonly HolderOptions _holder = new("--holder", "--epoch", "The holder (符号取得主体) of the codes");
    private readonly Option<string> _linkKey = CodeOptions.KeyOption("--link-key-file", "the link codes' key (連携用符号の鍵)");

    public Command Describe()
    {
        Command command = new("derive", $"Make a holder's agency codes from resident record codes (住民票コード). {CodeWords.Exits("all made", "some rows refused")}");
        _options.AddTo(command);
        command.Options.Add(_linkKey);
        _holder.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        string? fault = _holder.Read(parsed, context.Language, out HolderEpoch holder) ?? _options.Contradiction(parsed, context, parsed.GetValue(_linkKey));
        if (fault is not null)
        {
            return context.Report.Fail(ExitCode.Usage, [fault]);
        }

        using LinkKey? linkKey = CodeOptions.OpenKey(parsed, _linkKey, context, key => new LinkKey(key));
        bool isShared = false;
        using AgencyCodeCipher? cipher = linkKey is null ? null : _options.OpenCipher(parsed, context, key => isShared = IsSame(linkKey, key));
        if (linkKey is null || cipher is null)
        {
            return ExitCode.Undetermined;
        }

        if (isShared)
        {
            return context.Report.Fail(ExitCode.Usage, [context.Language.Pick(
                "--link-key-file and --code-key-file hold the same key; each layer has a key of its own.", "--link-key-file と --code-key-file の鍵が同じです。二つの層には別々の鍵が要ります。")]);
        }

        using CodeOutput output = new(context, _options.FormatOf(parsed, context), cipher.KeyEpoch);
        using DeriveWork work = new(new LinkCodeDeriver(linkKey), cipher, holder, output);
        return _options.Run(parsed, context, work);
    }

    /// <summary>Whether the other bytes are the same key; told by what both make of one message, so that no key lies about longer.</summary>
    private static bool IsSame(LinkKey linkKey, byte[] key)
    {
        using LinkKey other = new(key);
        Span<byte> left = stackalloc byte[ILinkKeyProvider.MacLength];
        Span<byte> right = stackalloc byte[ILinkKeyProvider.MacLength];
        linkKey.ComputeMac([], left);
        other.ComputeMac([], right);
        return CryptographicOperations.FixedTimeEquals(left, right);
    }
}
