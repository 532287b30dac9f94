using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Links;

/// <summary>The two options that name a holder and its epoch.</summary>
internal sealed class HolderOptions
{
    private readonly Option<int> _holder;
    private readonly Option<int> _epoch;

    /// <summary>Names them.</summary>
    /// <param name="holder">The option of the holder.</param>
    /// <param name="epoch">The option of its epoch.</param>
    /// <param name="what">What the holder is here.</param>
    public HolderOptions(string holder, string epoch, string what)
    {
        _holder = new Option<int>(holder) { Description = $"{what}, a number of your own from 1 to {CodeHolderId.MaxValue}.", HelpName = "N", Required = true };
        _epoch = new Option<int>(epoch) { Description = "That holder's epoch, 0 to 255; 0 without the option.", HelpName = "E" };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_holder);
        command.Options.Add(_epoch);
    }

    /// <summary>Reads them, or says what is wrong without the values.</summary>
    public string? Read(ParseResult parsed, Language language, out HolderEpoch holder)
    {
        bool isHolder = CodeHolderId.TryCreate(parsed.GetValue(_holder), out CodeHolderId id);
        bool isEpoch = parsed.GetValue(_epoch) is >= byte.MinValue and <= byte.MaxValue;
        holder = isHolder && isEpoch ? new HolderEpoch(id, (byte)parsed.GetValue(_epoch)) : default;
        return !isHolder ? language.Pick($"{_holder.Name} is 1 to {CodeHolderId.MaxValue}.", $"{_holder.Name} は1以上{CodeHolderId.MaxValue}以下です。")
            : !isEpoch ? language.Pick($"{_epoch.Name} is 0 to 255.", $"{_epoch.Name} は0以上255以下です。")
            : null;
    }
}
