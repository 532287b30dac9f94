using MyNumber.Card.Emulation.Replay;

namespace MyNumber.Card.Emulation.Tests.Replay;

public sealed class FileImageTests
{
    [Fact]
    public void Memory_that_was_outgrown_is_zeroed()
    {
        FileImage image = new();
        image.Add(0, "864209"u8);
        ReadOnlyMemory<byte> first = image.Memory;
        image.Add(6, "753183"u8);
        ReadOnlyMemory<byte> second = image.Memory;
        image.Add(300, "9"u8);
        first.ToArray().ShouldBe(new byte[6]);
        second.ToArray().ShouldBe(new byte[12]);
        image.Piece(0, 12).ToArray().ShouldBe("864209753183"u8.ToArray());
    }

    [Fact]
    public void Piece_that_was_read_before_takes_no_new_memory()
    {
        FileImage image = new();
        image.Add(0, "864209753183"u8);
        ReadOnlyMemory<byte> before = image.Memory;
        image.Add(3, "209"u8);
        image.Memory.Equals(before).ShouldBeTrue();
        image.Piece(0, 12).ToArray().ShouldBe("864209753183"u8.ToArray());
    }
}
