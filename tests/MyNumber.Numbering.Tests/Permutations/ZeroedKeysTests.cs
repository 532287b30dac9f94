using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Permutations;

/// <summary>Dispose leaves no byte of a key, a round key or a round constant in the arrays that held them.</summary>
public sealed class ZeroedKeysTests
{
    private static readonly byte[] Key = Convert.FromHexString(Ff1Keys.K256);

    [Fact]
    public void Pool_of_aes_objects_zeroes_its_key()
    {
        AesPool pool = new(Key);
        byte[] held = Single<byte[]>(pool);
        held.ShouldBe(Key);
        pool.Dispose();
        held.ShouldBe(new byte[32]);
    }

    [Fact]
    public void Pool_disposes_idle_objects_and_those_that_come_back_later()
    {
        AesPool pool = new(Key);
        Aes idle = pool.Rent();
        Aes late = pool.Rent();
        pool.Return(idle);
        pool.Dispose();
        pool.Return(late);

        // A disposed object has lost its key and draws another one.
        idle.Key.ShouldNotBe(Key);
        late.Key.ShouldNotBe(Key);
    }

    [SkippableFact]
    public void Lanes_zero_round_keys_and_round_constants()
    {
        Skip.IfNot(X86LaneInstructions.IsSupported, "This processor lacks the instructions of the lanes.");
        ElevenDigitLanes<X86LaneInstructions> lanes = new(Key, "a round constant"u8);
        Vector128<byte>[][] held = [.. Fields<Vector128<byte>[]>(lanes)];
        held.Length.ShouldBe(2);
        held.ShouldAllBe(array => array.Length >= 10 && array.All(vector => vector != Vector128<byte>.Zero));
        lanes.Dispose();
        held.ShouldAllBe(array => IsZero(array));
    }

    [Fact]
    public void Lock_step_zeroes_its_round_constant()
    {
        byte[] constant = [.. Key.AsSpan(0, 16)];
        LockStep steps = new(Ff1Layout.Create(10, 11, Ff1MinimumDomain.OneMillion), constant);
        constant.ShouldBe(Key[..16]);
        steps.Dispose();
        constant.ShouldBe(new byte[16]);
    }

    [Fact]
    public void Every_public_form_passes_dispose_on()
    {
        foreach (ElevenDigitPath path in Enum.GetValues<ElevenDigitPath>().Where(ElevenDigitPermutation.IsAvailable))
        {
            ShouldZeroAll(new ElevenDigitPermutation(Key, "tweak"u8, path));
        }

        ShouldZeroAll(new Ff1(Key, 10));
        ShouldZeroAll(new Ff1Permutation(Key, 10, 11, "tweak"u8));
        ShouldZeroAll(new ReducedPermutation(new Ff1Permutation(Key, 10, 11, "tweak"u8), 99_999_999_999));
    }

    private static void ShouldZeroAll(IDisposable form)
    {
        List<Array> held = [];
        Collect(form, held);
        held.ShouldNotBeEmpty();
        held.ShouldAllBe(array => !IsZero(array));
        form.Dispose();
        held.ShouldAllBe(array => IsZero(array));
    }

    private static bool IsZero(Array array) =>
        (array is byte[] bytes ? bytes : MemoryMarshal.AsBytes<Vector128<byte>>((Vector128<byte>[])array)).IndexOfAnyExcept((byte)0) == -1;

    /// <summary>The arrays of bytes and vectors of an object and of what it holds of the same namespace.</summary>
    private static void Collect(object owner, List<Array> held)
    {
        foreach (object value in Fields<object>(owner))
        {
            if (value is byte[] or Vector128<byte>[])
            {
                held.Add((Array)value);
            }
            else if (value is IDisposable && value.GetType().Namespace == typeof(AesPool).Namespace)
            {
                Collect(value, held);
            }
        }
    }

    private static T Single<T>(object owner) => Fields<T>(owner).Single();

    private static IEnumerable<T> Fields<T>(object owner) =>
        owner.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(field => field.GetValue(owner)).OfType<T>();
}
