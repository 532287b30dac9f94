using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>UPDATE BINARY on a file of the free area: overwrites in place, never beyond the physical end. The lab's own design.</summary>
internal static class UpdateBinaryCommand
{
    public static ushort Run(ref CommandContext context)
    {
        TransparentFile file = (TransparentFile)context.Target!;
        int offset = ReadBinaryCommand.Offset(context.Command);
        if (offset >= file.Physical.Length)
        {
            return Status.OffsetBeyondFile;
        }

        if (context.Command.Data.Length > file.Physical.Length - offset)
        {
            return Status.WrongLength;
        }

        file.Update(offset, context.Command.Data);
        return Status.Success;
    }
}
