using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Tests.Login;

public sealed class PairwiseSubjectTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] Name = [0x30, 0x00];
    private static readonly byte[] Generation = [.. Enumerable.Repeat((byte)0xAA, 20)];
    private static readonly byte[] Serial = [0x01, 0x22, 0x33, 0x44];

    [Fact]
    public void Subject_is_the_documented_one() =>
        // Python: hmac.new(bytes(range(1, 33)), b''.join(struct.pack('>I', len(p)) + p for p in parts), 'sha256'), base64url without padding
        PairwiseSubject.For(new CertificateIdentity(Name, Generation, Serial), Key).ShouldBe("Wu6CqNazFcM9i7zVbSYA2YsYfy5FQfgFOsACgOV3900");

    [Fact]
    public void Bytes_that_move_from_one_part_to_the_next_give_another_subject() =>
        PairwiseSubject.For(new CertificateIdentity([0x30], [0x00, .. Generation], Serial), Key)
            .ShouldNotBe(PairwiseSubject.For(new CertificateIdentity(Name, Generation, Serial), Key));

    [Fact]
    public void Another_key_gives_another_subject() =>
        PairwiseSubject.For(new CertificateIdentity(Name, Generation, Serial), [.. Key.Reverse()])
            .ShouldNotBe(PairwiseSubject.For(new CertificateIdentity(Name, Generation, Serial), Key));

    [Fact]
    public void No_certificate_and_a_short_key_are_refused()
    {
        Should.Throw<ArgumentException>(() => PairwiseSubject.For(default, Key));
        Should.Throw<ArgumentException>(() => PairwiseSubject.For(new CertificateIdentity(Name, Generation, Serial), Key.AsSpan(1)));
    }
}
