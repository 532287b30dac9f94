using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>COMPUTE DIGITAL SIGNATURE with P1=00: the data is padded verbatim and signed; the card does not look into it.</summary>
internal static class ComputeDigitalSignatureCommand
{
    public static ushort Run(ref CommandContext context)
    {
        if (context.Command.Data.Length > CardKey.MaximumBlockLength)
        {
            return Status.ConditionsOfUse;
        }

        if (context.Command.ExpectedLength < CardKey.Length)
        {
            return Status.WrongLength;
        }

        Span<byte> signature = context.Reserve(CardKey.Length);
        if (context.IsBufferTooShort)
        {
            return Status.NoDiagnosis;
        }

        ((KeyFile)context.Target!).Key.Sign(context.Command.Data, signature);
        return Status.Success;
    }
}
