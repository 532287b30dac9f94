using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>CHANGE REFERENCE DATA with P1=01, and CHANGE KEY for the residence PIN: only the new value, after VERIFY of the same reference.</summary>
/// <remarks>The rules for PIN characters are the counter's and the client's (two sources); the card takes any 1 to 16 bytes.</remarks>
internal static class ChangeReferenceDataCommand
{
    public static ushort Run(ref CommandContext context)
    {
        if (context.Command.Data.Length > PinFile.MaximumLength)
        {
            return Status.WrongLength;
        }

        ((PinFile)context.Target!).Replace(context.Command.Data);
        return Status.Success;
    }
}
