using System.Globalization;

namespace MyNumber.Card.Emulation.Decisions;

/// <summary>What the card decided about one command, and which check decided it.</summary>
/// <remarks>Carries names only: never a PIN, a number, an attribute, command data or file content. <see langword="default"/> is no decision.</remarks>
/// <param name="Command">The command's name, such as <c>READ BINARY</c>, or <c>(none)</c> when the instruction is unknown.</param>
/// <param name="Target">The object that it was for, such as <c>jpki/0001</c>, or <c>jpki</c> when no file is concerned.</param>
/// <param name="Check">The check that decided, in the order of the card's table: <c>form</c>, <c>class</c>, <c>instruction</c>, <c>secure messaging</c>,
/// <c>parameters</c>, <c>body</c>, <c>target</c>, <c>kind</c>, <c>access</c> or <c>action</c>; <c>quirk</c> when an option answered in front of them all.</param>
/// <param name="Rule">The access rule that applied, such as <c>verified 001B</c>, <c>always</c> or <c>never</c>; empty when none was reached.</param>
/// <param name="StatusWord">SW1 SW2 as a 16-bit value.</param>
public readonly record struct Decision(string Command, string Target, string Check, string Rule, ushort StatusWord)
{
    /// <summary>Whether the command was not carried out (anything but 9000).</summary>
    public bool IsRefusal => StatusWord != 0x9000;

    /// <summary>One line of names and the status word.</summary>
    /// <returns>A line without any secret.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Command} {Target}: {StatusWord:X4} by {Check}{(Rule is { Length: > 0 } ? $" ({Rule})" : string.Empty)}");
}
